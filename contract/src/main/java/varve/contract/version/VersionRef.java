package varve.contract.version;

import varve.contract.Refused;
import varve.contract.Text;
import varve.contract.pkg.PackageRef;

/// One version of one package: `@scope/name@1.0.0`.
public record VersionRef(PackageRef pkg, VersionNumber version) implements Text {
    /// @throws Refused when the text is not `@scope/name@version`
    public static VersionRef of(String text) {
        int at = text.indexOf('@', 1);
        var pkg = at < 0 ? text : text.substring(0, at);
        var version = at < 0 ? "" : text.substring(at + 1);
        return new VersionRef(PackageRef.of(pkg), VersionNumber.of(version));
    }

    @Override
    public String text() {
        return pkg.text() + "@" + version.text();
    }

    /// The stream of its history in the log, its attempts included.
    public String stream() {
        return "version:" + pkg.canonical() + "@" + version.text();
    }

    @Override
    public String toString() {
        return text();
    }
}
