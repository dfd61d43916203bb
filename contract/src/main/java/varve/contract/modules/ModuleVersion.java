package varve.contract.modules;

import java.util.Set;
import varve.contract.ModuleRefusal;
import varve.contract.Refused;
import varve.contract.Text;

/// One version of one module: `name@1.0.0`. A version is a tag, or the rest of one; it need not be
/// semantic and may contain slashes.
public record ModuleVersion(ModuleName module, String version) implements Text {
    /// Segments that would make two versions of a module share objects on the shelf, or none.
    private static final Set<String> NOT_ALONE = Set.of("", ".", "..", "raw", "meta");

    public ModuleVersion {
        GitTag.of(version);
        for (var segment : version.split("/", -1)) {
            if (NOT_ALONE.contains(segment)) {
                throw new ModuleRefusal.VersionNotValid(version).refused();
            }
        }
    }

    /// @throws Refused when the text is not `name@version`
    public static ModuleVersion of(String text) {
        int at = text.indexOf('@');
        return new ModuleVersion(
                ModuleName.of(at < 0 ? text : text.substring(0, at)),
                at < 0 ? "" : text.substring(at + 1));
    }

    @Override
    public String text() {
        return module.text() + "@" + version;
    }

    /// The stream of its history in the log, its builds included.
    public String stream() {
        return "build:" + text();
    }

    @Override
    public String toString() {
        return text();
    }
}
