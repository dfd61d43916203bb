package varve.contract.version;

import varve.contract.Command;
import varve.contract.publishing.AttemptId;
import varve.contract.publishing.Contents;
import varve.contract.publishing.FilePath;

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

    record AcceptPublish(VersionRef ref, AttemptId attempt, Contents contents)
            implements VersionCommand {}

    /// @param code from JSR's list of task errors
    record RefusePublish(VersionRef ref, AttemptId attempt, String code, String message)
            implements VersionCommand {}

    record YankVersion(VersionRef ref) implements VersionCommand {}

    record UnyankVersion(VersionRef ref) implements VersionCommand {}
}
