package varve.contract.token;

import java.util.List;
import org.jspecify.annotations.Nullable;
import varve.contract.scope.ScopeName;
import varve.contract.version.VersionRef;

/// What a credential may do at most, whoever holds it.
public sealed interface Grant {
    /// All that its owner may do.
    record Everything() implements Grant {}

    /// Publishing within the listed permissions, and nothing else.
    record Publishing(List<Permission> permissions) implements Grant {
        public Publishing {
            permissions = List.copyOf(permissions);
        }
    }

    /// One `package/publish` permission; each absent part widens it.
    ///
    /// @param pkg name within the scope, without the scope
    /// @param tarballHash `sha256-` and the lower-case hexadecimal digest of the compressed upload
    record Permission(
            ScopeName scope,
            @Nullable String pkg,
            @Nullable String version,
            @Nullable String tarballHash) {

        boolean covers(VersionRef ref) {
            return scope.equals(ref.pkg().scope())
                    && (pkg == null || pkg.equals(ref.pkg().name().text()))
                    && (version == null || version.equals(ref.version().text()));
        }
    }

    /// Whether this credential may publish the version at all.
    default boolean maySend(VersionRef ref) {
        return switch (this) {
            case Everything() -> true;
            case Publishing(var permissions) -> permissions.stream().anyMatch(p -> p.covers(ref));
        };
    }

    /// Whether it may publish the version with these bytes.
    ///
    /// @param sha256 lower-case hexadecimal digest of the compressed upload
    default boolean maySend(VersionRef ref, String sha256) {
        return switch (this) {
            case Everything() -> true;
            case Publishing(var permissions) ->
                    permissions.stream()
                            .filter(p -> p.covers(ref))
                            .anyMatch(p ->
                                    p.tarballHash() == null
                                            || p.tarballHash().equals("sha256-" + sha256));
        };
    }
}
