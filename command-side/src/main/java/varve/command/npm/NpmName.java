package varve.command.npm;

import java.util.regex.Pattern;
import varve.contract.pkg.Kind;
import varve.contract.pkg.PackageRef;

/// A package as npm clients call it: its own name, or `@jsr/scope__name` for one of sources.
record NpmName(PackageRef pkg, Kind kind) {
    private static final String SOURCES = "jsr";
    private static final Pattern SOURCE = Pattern.compile("([a-z0-9-]+)__([a-z0-9-]+)");

    static NpmName of(String scope, String name) {
        var source = SOURCE.matcher(name);
        return scope.equals(SOURCES) && source.matches()
                ? new NpmName(PackageRef.of(source.group(1), source.group(2)), Kind.SOURCE)
                : new NpmName(PackageRef.of(scope, name), Kind.NPM);
    }

    String text() {
        return pkg.npmName(kind);
    }
}
