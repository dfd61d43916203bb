package varve.contract.publishing;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an accepted upload was found to contain: enough to write every list that names the version
/// without opening the upload again.
///
/// @param metaSha256 lower-case hexadecimal digest of the `<version>_meta.json`, whose bytes are
///   fixed for ever: lock files and provenance name them
/// @param exports entry points in the order of the configuration
/// @param license SPDX identifier
/// @param readme path of the README, if there is one
public record Contents(
        String metaSha256,
        List<Export> exports,
        List<Dependency> dependencies,
        NpmTarball npm,
        int files,
        long bytes,
        @Nullable String license,
        @Nullable FilePath readme) {

    public Contents {
        exports = List.copyOf(exports);
        dependencies = List.copyOf(dependencies);
    }

    /// @param key `.` or `./sub`
    /// @param target `./mod.ts`
    public record Export(String key, String target) {
        public FilePath file() {
            return FilePath.of(target.substring(1));
        }
    }

    /// @param name `@scope/name` for JSR, the package's own name for npm
    /// @param constraint the semver range as written
    /// @param path sub-path below the package, empty if none
    /// @param fallback the other registry in which the package was found, if it was not found here
    public record Dependency(
            Registry registry,
            String name,
            String constraint,
            String path,
            @Nullable URI fallback) {
        /// One that is to be found here.
        public Dependency(Registry registry, String name, String constraint, String path) {
            this(registry, name, constraint, path, null);
        }

        public Dependency at(URI other) {
            return new Dependency(registry, name, constraint, path, other);
        }
    }

    /// The same with other dependencies.
    public Contents needing(List<Dependency> others) {
        return new Contents(metaSha256, exports, others, npm, files, bytes, license, readme);
    }

    /// Which registry a specifier names.
    public enum Registry {
        JSR,
        NPM
    }

    /// The package as npm clients get it.
    ///
    /// @param revision of the program that made it; part of the tarball's address
    /// @param sha1 lower-case hexadecimal, for clients that still want it
    /// @param sha512 base64, as in `integrity`
    /// @param packageJson the manifest inside, which the packument repeats
    public record NpmTarball(
            int revision, String sha1, String sha512, long size, String packageJson) {}
}
