package varve.command.stage;

import java.util.List;
import varve.command.Rules;
import varve.contract.NpmRefusal;
import varve.contract.Refused;
import varve.contract.pkg.TagName;
import varve.contract.publishing.NpmRelease;
import varve.contract.stage.StageCommand;
import varve.contract.stage.StageCommand.ApproveStage;
import varve.contract.stage.StageCommand.RejectStage;
import varve.contract.stage.StageCommand.StageVersion;
import varve.contract.stage.StageEvent;
import varve.contract.stage.StageEvent.StageApproved;
import varve.contract.stage.StageEvent.StageRejected;
import varve.contract.stage.StageEvent.VersionStaged;
import varve.contract.version.VersionRef;
import varve.eventlog.Subject;

/// A version that was handed in, until somebody decides.
public sealed interface Stage {
    Subject<Stage, StageCommand, StageEvent> SUBJECT =
            Rules.of("stage", Stage.class, new Absent(), Stage::decide, Stage::on);

    record Absent() implements Stage {}

    record Waiting(VersionRef ref, NpmRelease release, TagName tag, boolean restricted)
            implements Stage {}

    record Decided(boolean approved) implements Stage {}

    default List<StageEvent> decide(StageCommand command) {
        return switch (command) {
            case StageVersion(var id, var ref, var release, var tag, var restricted) ->
                    switch (this) {
                        case Absent() ->
                                List.of(new VersionStaged(id, ref, release, tag, restricted));
                        case Waiting _, Decided _ -> List.of();
                    };
            case ApproveStage(var id) -> decided(command, true, new StageApproved(id));
            case RejectStage(var id) -> decided(command, false, new StageRejected(id));
        };
    }

    default Stage on(StageEvent event) {
        return switch (event) {
            case VersionStaged(_, var ref, var release, var tag, var restricted) ->
                    new Waiting(ref, release, tag, restricted);
            case StageApproved _ -> new Decided(true);
            case StageRejected _ -> new Decided(false);
        };
    }

    /// What waits.
    ///
    /// @throws Refused when nothing does any more
    static Waiting waiting(Stage stage, String id) {
        return switch (stage) {
            case Waiting waiting -> waiting;
            case Absent _, Decided _ -> throw notFound(id);
        };
    }

    private List<StageEvent> decided(StageCommand command, boolean approved, StageEvent event) {
        return switch (this) {
            case Waiting _ -> List.of(event);
            case Decided(var before) when before == approved -> List.of();
            case Absent _, Decided _ -> throw notFound(command.stage().text());
        };
    }

    private static Refused notFound(String id) {
        return new NpmRefusal.StageNotFound(id).refused();
    }
}
