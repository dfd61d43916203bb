package varve.contract.pkg;

import java.util.Optional;
import java.util.regex.Pattern;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.Text;
import varve.contract.scope.ScopeName;

/// A package, as people write it: `@scope/name`, or `name` alone for an npm package without a
/// scope.
public record PackageRef(ScopeName scope, PackageName name) implements Text {
    private static final Pattern JSR_ON_NPM = Pattern.compile("@jsr/([a-z0-9-]+)__([a-z0-9-]+)");

    public PackageRef {
        if (scope.isSolo() && !scope.text().substring(1).equals(name.text())) {
            throw new Refused(
                    new Refusal.Malformed("@" + scope.text() + " holds one package only"));
        }
    }

    /// @throws Refused when the text is neither `@scope/name` nor `name`
    public static PackageRef of(String text) {
        int slash = text.indexOf('/');
        if (!text.startsWith("@") && slash < 0) {
            return solo(text);
        }
        if (!text.startsWith("@") || slash < 0) {
            throw new Refused(
                    new Refusal.Malformed("'" + text + "' is not of the form @scope/name"));
        }
        return of(text.substring(1, slash), text.substring(slash + 1));
    }

    public static PackageRef of(String scope, String name) {
        return new PackageRef(ScopeName.of(scope), PackageName.of(name));
    }

    /// An npm package without a scope.
    public static PackageRef solo(String name) {
        var valid = PackageName.of(name);
        return new PackageRef(ScopeName.solo(valid.text()), valid);
    }

    @Override
    public String text() {
        return scope.isSolo() ? name.text() : "@" + scope.text() + "/" + name.text();
    }

    /// The name under which npm clients know a source package (JSR's convention). Neither part can
    /// contain an underscore, so it can be read back.
    public String npmName() {
        return "@jsr/" + scope.text() + "__" + name.text();
    }

    /// The source package that npm clients know under a name; empty for names of other packages.
    public static Optional<PackageRef> ofNpmName(String name) {
        var parts = JSR_ON_NPM.matcher(name);
        return parts.matches() ? Optional.of(of(parts.group(1), parts.group(2))) : Optional.empty();
    }

    /// The name under which npm clients know a package of this kind.
    public String npmName(Kind kind) {
        return switch (kind) {
            case SOURCE -> npmName();
            case NPM -> text();
        };
    }

    /// @throws Refused when it cannot be the name of a package of sources
    public void requirePlain() {
        scope.requirePlain();
        name.requirePlain();
    }

    /// What makes two packages the same.
    public String canonical() {
        if (scope.isSolo()) {
            return scope.text();
        }
        return scope.canonical() + "/" + name.canonical();
    }

    /// The stream of its history in the log.
    public String stream() {
        return "package:" + canonical();
    }

    @Override
    public String toString() {
        return text();
    }
}
