package varve.contract.version;

import varve.contract.Event;
import varve.contract.docs.Merits;
import varve.contract.pkg.TagName;
import varve.contract.publishing.AttemptId;
import varve.contract.publishing.Contents;
import varve.contract.publishing.FilePath;
import varve.contract.publishing.NpmRelease;

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

    /// The upload of sources that is pending is sound: nobody but its attempt lays files down for
    /// the version from here on. Publication follows when they are laid.
    record VersionAppraised(VersionRef ref, Merits merits) implements VersionEvent {}

    /// @param tag that pointed to it from then on
    record NpmVersionPublished(VersionRef ref, AttemptId attempt, NpmRelease release, TagName tag)
            implements VersionEvent {}

    record VersionDeprecated(VersionRef ref, String message) implements VersionEvent {}

    record VersionUndeprecated(VersionRef ref) implements VersionEvent {}

    /// Its bytes were taken away.
    record VersionTombstoned(VersionRef ref) implements VersionEvent {}

    record VersionYanked(VersionRef ref) implements VersionEvent {}

    record VersionUnyanked(VersionRef ref) implements VersionEvent {}
}
