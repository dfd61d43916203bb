package varve.contract.version;

import varve.contract.Command;
import varve.contract.docs.Merits;
import varve.contract.pkg.TagName;
import varve.contract.publishing.AttemptId;
import varve.contract.publishing.Contents;
import varve.contract.publishing.FilePath;
import varve.contract.publishing.NpmRelease;

/// Wishes about one version.
public sealed interface VersionCommand extends Command {
    VersionRef ref();

    @Override
    default String stream() {
        return ref().stream();
    }

    /// @param sha256 lower-case hexadecimal digest of the compressed upload, which is on the shelf
    ///   already
    /// @param size of the compressed upload in bytes
    /// @param config path of the configuration file inside it
    record RequestPublish(
            VersionRef ref, AttemptId attempt, String sha256, long size, FilePath config)
            implements VersionCommand {}

    /// The upload is sound. From now on this attempt is the only one that may lay anything down for
    /// the version, and the only one that ever will have.
    record AppraisePublish(VersionRef ref, AttemptId attempt, Merits merits)
            implements VersionCommand {}

    /// All that the version consists of is on the shelf.
    record AcceptPublish(VersionRef ref, AttemptId attempt, Contents contents)
            implements VersionCommand {}

    /// Ends an attempt of which something may be on the shelf already, so that nobody else ever
    /// gets the number.
    ///
    /// @param code from JSR's list of task errors
    record SpoilPublish(VersionRef ref, AttemptId attempt, String code, String message)
            implements VersionCommand {}

    /// @param code from JSR's list of task errors
    record RefusePublish(VersionRef ref, AttemptId attempt, String code, String message)
            implements VersionCommand {}

    /// @param attempt names the tarball, which is on the shelf already
    /// @param tag that points to the version from now on
    record PublishNpm(VersionRef ref, AttemptId attempt, NpmRelease release, TagName tag)
            implements VersionCommand {}

    /// @param message what installers get to read; empty takes the deprecation back
    record DeprecateVersion(VersionRef ref, String message) implements VersionCommand {}

    /// Takes the bytes away for ever. The fact stays, and the number is never given again.
    record UnpublishVersion(VersionRef ref) implements VersionCommand {}

    /// Staff take a version from sources away for ever. The number is never given again.
    record DeleteVersion(VersionRef ref) implements VersionCommand {}

    record YankVersion(VersionRef ref) implements VersionCommand {}

    record UnyankVersion(VersionRef ref) implements VersionCommand {}
}
