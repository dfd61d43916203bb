package varve.gateway;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Addresses of the npm host, spelled in one way. A package without a scope stands in a scope of
/// its own there, as it does everywhere behind the door: `/flag` is `/@~flag/flag`.
final class NpmPath {
    /// What may stand in front of a package's name.
    private static final List<String> BEFORE =
            List.of(
                    "/-/npm/v1/oidc/token/exchange/package/",
                    "/-/npm/v1/attestations/",
                    "/-/stage/package/",
                    "/-/user/package/",
                    "/-/package/",
                    "/");

    private static final Pattern NAME = Pattern.compile("([A-Za-z0-9-][A-Za-z0-9._-]*)([/@].*)?");

    /// Where clients ask how often something was downloaded.
    private static final Pattern COUNTS =
            Pattern.compile("/downloads/(point|range)/.+|/versions/.+/[^/]+");

    private NpmPath() {}

    static String spelled(String path) {
        if (COUNTS.matcher(path).matches()) {
            return path;
        }
        for (var before : BEFORE) {
            if (path.startsWith(before)) {
                var rest = path.substring(before.length());
                var name = NAME.matcher(rest);
                boolean isPackage = name.matches() && !name.group(1).equals("-");
                return isPackage ? before + scoped(name.group(1)) + after(name.group(2)) : path;
            }
        }
        return path;
    }

    private static String scoped(String name) {
        return "@~" + name + "/" + name;
    }

    private static String after(@Nullable String rest) {
        return rest == null ? "" : rest;
    }
}
