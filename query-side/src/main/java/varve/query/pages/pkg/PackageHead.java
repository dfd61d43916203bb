package varve.query.pages.pkg;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import varve.contract.pkg.Kind;
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
        Kind kind,
        String description,
        @Nullable String latest,
        int versionCount,
        int dependentCount,
        Instant updatedAt,
        @Nullable Release release) {
    /// A version as its page shows it.
    ///
    /// @param deprecated why nobody should use it any more, empty when they may
    /// @param readme where it is among the files, if the registry was told
    /// @param exports entry points and their files
    /// @param bytes of all files together
    /// @param publisher name of the person, absent when erased or when no person did it
    /// @param manifest what its `package.json` says, absent when it is no npm package
    public record Release(
            String version,
            boolean yanked,
            String deprecated,
            @Nullable String license,
            @Nullable String readme,
            Map<String, String> exports,
            int files,
            long bytes,
            Instant publishedAt,
            @Nullable String publisher,
            List<Dependency> dependencies,
            @Nullable NpmManifest manifest) {}

    /// What a version needs.
    ///
    /// @param kind `jsr` or `npm`
    public record Dependency(String kind, String name, String constraint) {
        public boolean isSource() {
            return kind.equals("jsr");
        }
    }

    public PackageRef ref() {
        return PackageRef.of(scope, name);
    }

    public boolean isNpm() {
        return kind == Kind.NPM;
    }

    public VersionRef versionRef(Release shown) {
        return new VersionRef(ref(), VersionNumber.of(shown.version()));
    }

    public String address() {
        return "/@" + scope + "/" + name;
    }

    /// Address of a picture of the version shown, another one for each: whoever shows links keeps
    /// pictures for long.
    public String picture() {
        return (release == null ? address() : address() + "@" + release.version()) + "/og";
    }

    /// Address of the files of the version shown.
    public String filesAddress() {
        return release == null ? address() : address() + "/" + release.version();
    }
}
