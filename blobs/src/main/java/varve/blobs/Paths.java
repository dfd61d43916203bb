package varve.blobs;

import static varve.blobs.Place.Keeping.A_MINUTE;
import static varve.blobs.Place.Keeping.FOR_EVER;
import static varve.blobs.Place.Keeping.NOT_AT_ALL;
import static varve.blobs.Place.Keeping.TEN_SECONDS;

import varve.contract.modules.ModuleName;
import varve.contract.modules.ModuleVersion;
import varve.contract.pkg.PackageRef;
import varve.contract.publishing.AttemptId;
import varve.contract.publishing.FilePath;
import varve.contract.version.VersionRef;

/// Every path on the shelf, in one place. Those in `modules` and `npm` are the addresses that
/// clients ask for, without the leading slash.
public final class Paths {
    /// Part of the address of npm tarballs: raised whenever the program that makes them changes its
    /// output, so that an address never changes its bytes.
    public static final int NPM_REVISION = 12;

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
        return new Place(
                Bucket.MODULES,
                ref.pkg().text() + "/" + ref.version().text() + file.text(),
                FOR_EVER);
    }

    /// All that npm clients need to choose a version.
    public static Place packument(PackageRef pkg) {
        return new Place(Bucket.NPM, pkg.npmName(), A_MINUTE);
    }

    /// The tarball at the address that every npm proxy understands.
    public static Place npmTarball(VersionRef ref) {
        return new Place(Bucket.NPM, npmTarballPath(ref, NPM_REVISION), FOR_EVER);
    }

    /// Address of a tarball below the npm host, as the packument names it.
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

    /// @param path within the version, with its leading slash
    public static Place landFile(ModuleVersion version, String path) {
        return new Place(Bucket.LAND, landRoot(version) + "/raw" + path, FOR_EVER);
    }

    private static String landRoot(ModuleVersion version) {
        return version.module().text() + "/versions/" + version.version();
    }

    /// The compressed upload exactly as it arrived.
    public static Place upload(AttemptId attempt) {
        return new Place(Bucket.UPLOADS, attempt.text() + ".tar.gz", NOT_AT_ALL);
    }
}
