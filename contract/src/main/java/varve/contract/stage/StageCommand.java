package varve.contract.stage;

import varve.contract.Command;
import varve.contract.pkg.TagName;
import varve.contract.publishing.NpmRelease;
import varve.contract.version.VersionRef;

/// Wishes about a version that is handed in.
public sealed interface StageCommand extends Command {
    StageId stage();

    @Override
    default String stream() {
        return "stage:" + stage().text();
    }

    /// Its tarball is on the shelf already.
    record StageVersion(
            StageId stage, VersionRef ref, NpmRelease release, TagName tag, boolean restricted)
            implements StageCommand {}

    record ApproveStage(StageId stage) implements StageCommand {}

    record RejectStage(StageId stage) implements StageCommand {}
}
