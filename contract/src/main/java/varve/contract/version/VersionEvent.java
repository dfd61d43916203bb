package varve.contract.version;

import varve.contract.Event;
import varve.contract.publishing.AttemptId;
import varve.contract.publishing.Contents;
import varve.contract.publishing.FilePath;

/// What happened to one version.
public sealed interface VersionEvent extends Event {
    VersionRef ref();

    @Override
    default String stream() {
        return ref().stream();
    }

    record PublishRequested(
            VersionRef ref, AttemptId attempt, String sha256, long size, FilePath config)
            implements VersionEvent {}

    record PublishRefused(VersionRef ref, AttemptId attempt, String code, String message)
            implements VersionEvent {}

    record VersionPublished(VersionRef ref, AttemptId attempt, Contents contents)
            implements VersionEvent {}

    record VersionYanked(VersionRef ref) implements VersionEvent {}

    record VersionUnyanked(VersionRef ref) implements VersionEvent {}
}
