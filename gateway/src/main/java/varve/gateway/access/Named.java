package varve.gateway.access;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The scope, and perhaps the package, that an address names, and where in it they are named.
///
/// @param scopeAt where the scope's name stands in the address
/// @param pkgAt where the package's name stands, or -1
record Named(String scope, @Nullable String pkg, int scopeAt, int pkgAt) {
    private static final String NAME = "(~?[A-Za-z0-9._-]+)";
    private static final Pattern API =
            form("/api/scopes/" + NAME + "(?:/packages/" + NAME + ")?.*");

    /// Sources on the npm host: `@jsr/scope__name`, unless that is a folder in another package.
    private static final Pattern SOURCE = form("[^@]*/@jsr/([a-z0-9-]+)__([a-z0-9-]+?)(?:[/@].*)?");

    /// Teams on the npm host, and what npm calls an organization.
    private static final Pattern TEAM = form("/-/(?:org|team)/@?" + NAME + "(?:/.*)?");

    /// Pages about a scope itself.
    private static final Pattern OF_SCOPE = form("/@" + NAME + "/~(?:/.*)?");

    private static final Pattern ANYWHERE = form(".*?/@" + NAME + "(?:/" + NAME + "(?:[/@].*)?)?");

    private static Pattern form(String regex) {
        return Pattern.compile(regex, Pattern.DOTALL);
    }

    /// @param path decoded
    /// @return empty when no scope is named
    static Optional<Named> in(String path) {
        for (var form : new Pattern[] {API, SOURCE, TEAM, OF_SCOPE, ANYWHERE}) {
            var match = form.matcher(path);
            if (match.matches()) {
                boolean scopeOnly = match.groupCount() == 1;
                return Optional.of(
                        new Named(
                                match.group(1),
                                scopeOnly ? null : match.group(2),
                                match.start(1),
                                scopeOnly ? -1 : match.start(2)));
            }
        }
        return Optional.empty();
    }

    /// Whether it is an npm package that has no scope but one of its own.
    boolean isSolo() {
        return scope.startsWith("~");
    }

    /// The same address about something that cannot exist.
    ///
    /// @param onlyPackage whether the scope may be known
    String without(String path, boolean onlyPackage) {
        if (isSolo() && pkg != null) {
            return path.substring(0, scopeAt - 1) + NOBODY + path.substring(pkgAt + pkg.length());
        }
        if (onlyPackage && pkg != null) {
            return path.substring(0, pkgAt) + NOBODY + path.substring(pkgAt + pkg.length());
        }
        return path.substring(0, scopeAt) + NOBODY + path.substring(scopeAt + scope.length());
    }

    /// A name that is reserved for ever.
    static final String NOBODY = "nobody-has-this-00";
}
