package varve.contract.modules;

import java.util.ArrayDeque;
import varve.contract.ModuleRefusal;
import varve.contract.Refused;
import varve.contract.Text;

/// A folder of a repository that is published instead of the whole: without a slash in front, with
/// one behind.
public record Subdir(String text) implements Text {
    public Subdir {
        if (!text.endsWith("/") || text.startsWith("/") || text.chars().anyMatch(c -> c < ' ')) {
            throw new ModuleRefusal.SubdirNotValid().refused();
        }
    }

    /// Reads what somebody wrote: leading slashes, doubled ones and `.` do not count, and `..` goes
    /// up, but never out.
    ///
    /// @throws Refused when it is not a folder, which ends in a slash
    public static Subdir of(String given) {
        var segments = new ArrayDeque<String>();
        for (var segment : given.split("/")) {
            switch (segment) {
                case "", "." -> {}
                case ".." -> segments.pollLast();
                default -> segments.addLast(segment);
            }
        }
        var folder = String.join("/", segments);
        return new Subdir(given.endsWith("/") && !folder.isEmpty() ? folder + "/" : folder);
    }

    /// Without the slash behind.
    public String path() {
        return text.substring(0, text.length() - 1);
    }
}
