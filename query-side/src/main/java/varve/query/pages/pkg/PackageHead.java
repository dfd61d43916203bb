package varve.query.pages.pkg;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import varve.contract.pkg.PackageRef;
import varve.contract.version.VersionNumber;
import varve.contract.version.VersionRef;

/// A package together with one of its versions: what the top of each of its pages says.
///
/// @param latest highest stable version, absent while there is none
/// @param release the version wanted, or else the latest, or else the newest; absent while nothing
///   is published
public record PackageHead(
        String scope,
        String name,
        String description,
        @Nullable String latest,
        int versionCount,
        int dependentCount,
        Instant updatedAt,
        @Nullable Release release) {

    /// A version as its page shows it.
    ///
    /// @param exports entry points and their files
    /// @param bytes of all files together
    /// @param publisher name of the person, absent when erased or when no person did it
    public record Release(
            String version,
            boolean yanked,
            @Nullable String license,
            @Nullable String readme,
            Map<String, String> exports,
            int files,
            long bytes,
            Instant publishedAt,
            @Nullable String publisher) {}

    public PackageRef ref() {
        return PackageRef.of(scope, name);
    }

    public VersionRef versionRef(Release shown) {
        return new VersionRef(ref(), VersionNumber.of(shown.version()));
    }

    public String address() {
        return "/@" + scope + "/" + name;
    }

    /// Address of the files of the version shown.
    public String filesAddress() {
        return release == null ? address() : address() + "/" + release.version();
    }
}
