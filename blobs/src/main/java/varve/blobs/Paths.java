package varve.blobs;

import static varve.blobs.Place.Keeping.A_MINUTE;
import static varve.blobs.Place.Keeping.A_MOMENT;
import static varve.blobs.Place.Keeping.FOR_EVER;
import static varve.blobs.Place.Keeping.NOT_AT_ALL;
import static varve.blobs.Place.Keeping.TEN_SECONDS;

import java.util.stream.Stream;
import varve.contract.modules.ModuleName;
import varve.contract.modules.ModuleVersion;
import varve.contract.pkg.PackageRef;
import varve.contract.publishing.AttemptId;
import varve.contract.publishing.FilePath;
import varve.contract.scope.ScopeName;
import varve.contract.version.VersionRef;

/// Every path on the shelf, in one place. Those in `modules` and `npm` are the addresses that
/// clients ask for, without the leading slash.
public final class Paths {
    /// The forms of a packument.
    public enum Form {
        FULL("full.json", "application/json"),
        /// What installing needs, and no more.
        INSTALL("install.json", "application/vnd.npm.install-v1+json");

        private final String file;
        private final String mediaType;

        Form(String file, String mediaType) {
            this.file = file;
            this.mediaType = mediaType;
        }

        public String mediaType() {
            return mediaType;
        }
    }

    /// How a packument's bytes are packed where they lie.
    public enum Packing {
        PLAIN("", ""),
        GZIP(".gz", "gzip"),
        BROTLI(".br", "br");

        private final String suffix;
        private final String coding;

        Packing(String suffix, String coding) {
            this.suffix = suffix;
            this.coding = coding;
        }

        /// HTTP's name for it, empty for none.
        public String coding() {
            return coding;
        }
    }

    private Paths() {}

    /// The list of a package's versions, which Deno reads first.
    public static Place packageMeta(PackageRef pkg) {
        return new Place(Bucket.MODULES, pkg.text() + "/meta.json", A_MINUTE);
    }

    /// What one version consists of. Lock files hold the hash of these bytes.
    public static Place versionMeta(VersionRef ref) {
        return new Place(
                Bucket.MODULES,
                ref.pkg().text() + "/" + ref.version().text() + "_meta.json",
                FOR_EVER);
    }

    public static Place module(VersionRef ref, FilePath file) {
        return new Place(Bucket.MODULES, modulesPath(ref) + file.text(), FOR_EVER);
    }

    /// Lets go of all that is kept near of a version, of either kind.
    public static void forget(Blobs blobs, VersionRef ref) {
        blobs.forgetBelow(Bucket.MODULES, modulesPath(ref) + "/");
        Stream.of(
                        versionMeta(ref),
                        documentation(ref),
                        npmTarball(ref),
                        tarball(ref),
                        attestations(ref))
                .forEach(blobs::forget);
    }

    private static String modulesPath(VersionRef ref) {
        return ref.pkg().text() + "/" + ref.version().text();
    }

    /// What readers are told about the symbols of a version: compressed JSON.
    public static Place documentation(VersionRef ref) {
        return new Place(
                Bucket.DOCS, ref.pkg().text() + "/" + ref.version().text() + ".json.gz", FOR_EVER);
    }

    /// All that npm clients need to choose a version. Each form lies there as it is sent, plain and
    /// compressed; it stands beside the tarballs' folder, not above it, for shelves that are disks.
    ///
    /// @param npmName as npm clients know the package
    public static Place packument(String npmName, Form form, Packing packing) {
        return new Place(
                Bucket.NPM, "-/package/" + npmName + "/" + form.file + packing.suffix, A_MINUTE);
    }

    /// What another registry says of a package, as this one tells it.
    public static Place upstreamPackument(String npmName, Form form, Packing packing) {
        return new Place(
                Bucket.NPM,
                "-/upstream/packuments/" + npmName + "/" + form.file + packing.suffix,
                A_MINUTE);
    }

    /// Where and when that was said.
    public static Place upstreamOrigin(String npmName) {
        return new Place(Bucket.NPM, "-/upstream/packuments/" + npmName + "/origin", A_MINUTE);
    }

    /// A tarball of another registry's.
    ///
    /// @param file for example `flag-1.0.0.tgz`
    public static Place upstreamTarball(String npmName, String file) {
        return new Place(Bucket.NPM, "-/upstream/tarballs/" + npmName + "/" + file, FOR_EVER);
    }

    /// Where the tags of an npm package point to.
    public static Place distTags(String npmName) {
        return new Place(Bucket.NPM, "-/package/" + npmName + "/dist-tags", A_MINUTE);
    }

    /// The public halves of the keys with which this registry signs what it lists.
    public static Place npmKeys() {
        return new Place(Bucket.NPM, "-/npm/v1/keys", A_MINUTE);
    }

    /// What others attest of a version, until the log has decided about its tarball.
    public static Place uploadedAttestations(AttemptId attempt) {
        return new Place(Bucket.UPLOADS, attempt.text() + ".attestations", NOT_AT_ALL);
    }

    /// What others attest of a version: where it was built and from what.
    public static Place attestations(VersionRef ref) {
        return new Place(
                Bucket.NPM,
                "-/attestations/" + ref.pkg().text() + "/" + ref.version().text(),
                FOR_EVER);
    }

    /// Lies there when a scope is somebody's, so that nobody looks for its packages elsewhere.
    public static Place claim(ScopeName scope) {
        return new Place(Bucket.NPM, "-/claimed/" + scope.canonical(), A_MINUTE);
    }

    /// A tarball as an npm client published it, at the address that all of them understand.
    public static Place tarball(VersionRef ref) {
        return new Place(Bucket.NPM, tarballPath(ref), FOR_EVER);
    }

    public static String tarballPath(VersionRef ref) {
        var name = ref.pkg().name().text();
        return ref.pkg().text() + "/-/" + name + "-" + ref.version().text() + ".tgz";
    }

    /// A source package's tarball, at the address that every npm proxy understands.
    public static Place npmTarball(VersionRef ref) {
        var name = ref.pkg().npmName();
        var file = name.substring(name.indexOf('/') + 1) + "-" + ref.version().text() + ".tgz";
        return new Place(Bucket.NPM, name + "/-/" + file, FOR_EVER);
    }

    /// The address of a source package's tarball that its packument names; it leads to {@link
    /// #npmTarball}.
    ///
    /// @param revision of the program that made it: no address ever changes its bytes, even if a
    ///   tarball were made anew
    public static String npmTarballPath(VersionRef ref, int revision) {
        return "~/" + revision + "/" + ref.pkg().npmName() + "/" + ref.version().text() + ".tgz";
    }

    /// The list of a module's versions.
    public static Place landVersions(ModuleName module) {
        return new Place(Bucket.LAND, module.text() + "/meta/versions.json", TEN_SECONDS);
    }

    /// What one version of a module consists of.
    public static Place landMeta(ModuleVersion version) {
        return new Place(Bucket.LAND, landRoot(version) + "/meta/meta.json", FOR_EVER);
    }

    /// What the code of one version of a module leads to.
    public static Place landDependencies(ModuleVersion version) {
        return new Place(Bucket.LAND, landRoot(version) + "/meta/deps_v2.json", TEN_SECONDS);
    }

    /// @param path within the version, with its leading slash
    public static Place landFile(ModuleVersion version, String path) {
        return new Place(Bucket.LAND, landRoot(version) + "/raw" + path, FOR_EVER);
    }

    private static String landRoot(ModuleVersion version) {
        return version.module().text() + "/versions/" + version.version();
    }

    /// The signed statement of how large the transparency log is.
    public static Place checkpoint() {
        return new Place(Bucket.LOG, "checkpoint", A_MOMENT);
    }

    /// What its signature is checked with.
    public static Place logKey() {
        return new Place(Bucket.LOG, "key", A_MOMENT);
    }

    /// A part of the log that will never change.
    public static Place tile(Tile tile) {
        return new Place(Bucket.LOG, tile.key(), FOR_EVER);
    }

    /// The same part while it grows.
    public static Place growing(Tile tile) {
        return new Place(Bucket.LOG, "growing/" + tile.key(), NOT_AT_ALL);
    }

    /// The compressed upload exactly as it arrived.
    public static Place upload(AttemptId attempt) {
        return new Place(Bucket.UPLOADS, attempt.text() + ".tar.gz", NOT_AT_ALL);
    }
}
