package varve.artifacts.npm;

/// Paths as seen from a file.
final class Relative {
    private Relative() {}

    /// `./x.js` or `../x.js`; both paths start at the root of the package.
    static String path(String from, String to) {
        var here = from.substring(1).split("/", -1);
        var there = to.substring(1).split("/", -1);
        int common = 0;
        while (common < here.length - 1
                && common < there.length - 1
                && here[common].equals(there[common])) {
            common++;
        }
        int up = here.length - 1 - common;
        var out = new StringBuilder(up == 0 ? "./" : "../".repeat(up));
        for (int i = common; i < there.length; i++) {
            out.append(i == common ? "" : "/").append(there[i]);
        }
        return out.toString();
    }
}
