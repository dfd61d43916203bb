package varve.contract.stage;

import varve.contract.Event;
import varve.contract.pkg.TagName;
import varve.contract.publishing.NpmRelease;
import varve.contract.version.VersionRef;

/// What happened to a version that was handed in.
public sealed interface StageEvent extends Event {
    StageId stage();

    @Override
    default String stream() {
        return "stage:" + stage().text();
    }

    /// @param restricted whether a new package is for those who belong to its scope
    record VersionStaged(
            StageId stage, VersionRef ref, NpmRelease release, TagName tag, boolean restricted)
            implements StageEvent {}

    record StageApproved(StageId stage) implements StageEvent {}

    record StageRejected(StageId stage) implements StageEvent {}
}
