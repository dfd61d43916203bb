package varve.contract.token;

import java.util.List;
import org.jspecify.annotations.Nullable;
import varve.contract.pkg.PackageRef;
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

    /// Reading, and nothing else.
    ///
    /// @param areas what may be read; all that its owner may read when there are none
    record Reading(List<Area> areas) implements Grant {
        public Reading {
            areas = List.copyOf(areas);
        }
    }

    /// A scope, or one package of it.
    ///
    /// @param pkg name within the scope, without the scope
    record Area(ScopeName scope, @Nullable String pkg) {
        boolean covers(PackageRef ref) {
            return scope.equals(ref.scope()) && (pkg == null || pkg.equals(ref.name().text()));
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
            case Reading _ -> false;
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
            case Reading _ -> false;
        };
    }

    /// Whether this credential may be used to read the package, if its owner may. Who may publish a
    /// package may read it.
    default boolean mayRead(PackageRef ref) {
        return switch (this) {
            case Everything() -> true;
            case Publishing(var permissions) ->
                    permissions.stream().anyMatch(p -> new Area(p.scope(), p.pkg()).covers(ref));
            case Reading(var areas) ->
                    areas.isEmpty() || areas.stream().anyMatch(a -> a.covers(ref));
        };
    }
}
