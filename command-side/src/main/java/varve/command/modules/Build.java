package varve.command.modules;

import java.util.List;
import varve.command.Rules;
import varve.contract.ModuleRefusal;
import varve.contract.Refused;
import varve.contract.modules.BuildCommand;
import varve.contract.modules.BuildCommand.FailBuild;
import varve.contract.modules.BuildCommand.ImportBuild;
import varve.contract.modules.BuildCommand.PublishBuild;
import varve.contract.modules.BuildCommand.QueueBuild;
import varve.contract.modules.BuildCommand.StartAnalysis;
import varve.contract.modules.BuildCommand.StartBuild;
import varve.contract.modules.BuildEvent;
import varve.contract.modules.BuildEvent.AnalysisStarted;
import varve.contract.modules.BuildEvent.BuildFailed;
import varve.contract.modules.BuildEvent.BuildImported;
import varve.contract.modules.BuildEvent.BuildQueued;
import varve.contract.modules.BuildEvent.BuildStarted;
import varve.contract.modules.BuildEvent.DependenciesFound;
import varve.contract.modules.BuildEvent.ModulePublished;
import varve.contract.modules.BuildId;
import varve.eventlog.Subject;

/// What must be remembered of a module's version. Its builds share one stream, so that at most one
/// is under way and a published version is never published again.
public sealed interface Build {
    Subject<Build, BuildCommand, BuildEvent> SUBJECT =
            Rules.of("build", Build.class, new Absent(), Build::decide, Build::on);

    record Absent() implements Build {}

    /// @param delivery the forge's id of the message that asked
    record Queued(BuildId build, String delivery) implements Build {}

    record Started(BuildId build, String delivery, String commit) implements Build {}

    /// The last build failed; another may be made.
    record Failed(BuildId build) implements Build {}

    record Published(BuildId build, String delivery) implements Build {}

    default List<BuildEvent> decide(BuildCommand command) {
        return switch (command) {
            case QueueBuild queue -> queue(queue);
            case StartBuild start -> start(start);
            case FailBuild fail -> fail(fail);
            case StartAnalysis analysis -> analyse(analysis);
            case PublishBuild publish -> publish(publish);
            case ImportBuild adopted -> adopt(adopted);
        };
    }

    default Build on(BuildEvent event) {
        return switch (event) {
            case BuildQueued queued -> new Queued(queued.build(), queued.delivery());
            case BuildStarted(_, var build, var commit) -> new Started(build, delivery(), commit);
            case AnalysisStarted _, DependenciesFound _ -> this;
            case BuildFailed failed -> new Failed(failed.build());
            case BuildImported adopted ->
                    adopted.contents() == null
                            ? new Failed(adopted.build())
                            : new Published(adopted.build(), "");
            case ModulePublished published -> new Published(published.build(), delivery());
        };
    }

    /// The same message delivered again asks for nothing new.
    private List<BuildEvent> queue(QueueBuild command) {
        return switch (this) {
            case Absent _, Failed _ ->
                    List.of(
                            new BuildQueued(
                                    command.version(),
                                    command.build(),
                                    command.repository(),
                                    command.tag(),
                                    command.subdir(),
                                    command.delivery()));
            case Queued _, Started _, Published _ when isRepeated(command) -> List.of();
            case Queued(var build, _) -> throw building(build);
            case Started(var build, _, _) -> throw building(build);
            case Published _ ->
                    throw new ModuleRefusal.VersionExists(command.version().text()).refused();
        };
    }

    private List<BuildEvent> start(StartBuild command) {
        return switch (this) {
            case Queued(var build, _) when build.equals(command.build()) ->
                    List.of(new BuildStarted(command.version(), build, command.commit()));
            case Started(var build, _, var commit) when build.equals(command.build()) ->
                    commit.equals(command.commit())
                            ? List.of()
                            : List.of(
                                    new BuildFailed(
                                            command.version(),
                                            build,
                                            "The tag was moved while it was being published."));
            case Absent _, Queued _, Started _, Failed _, Published _ ->
                    throw over(command.build());
        };
    }

    private List<BuildEvent> fail(FailBuild command) {
        return switch (this) {
            case Queued(var build, _) when build.equals(command.build()) -> failed(command);
            case Started(var build, _, _) when build.equals(command.build()) -> failed(command);
            case Failed(var build) when build.equals(command.build()) -> List.of();
            case Absent _, Queued _, Started _, Failed _, Published _ ->
                    throw over(command.build());
        };
    }

    private List<BuildEvent> publish(PublishBuild command) {
        return switch (this) {
            case Started(var build, _, _) when build.equals(command.build()) -> published(command);
            case Published(var build, _) when build.equals(command.build()) -> List.of();
            case Absent _, Queued _, Started _, Failed _, Published _ ->
                    throw over(command.build());
        };
    }

    /// Of the message that asked for the build at hand; empty when it had none.
    private String delivery() {
        return switch (this) {
            case Queued(_, var delivery) -> delivery;
            case Started(_, var delivery, _) -> delivery;
            case Published(_, var delivery) -> delivery;
            case Absent _, Failed _ -> "";
        };
    }

    private boolean isRepeated(QueueBuild command) {
        return !command.delivery().isEmpty() && command.delivery().equals(delivery());
    }

    private static List<BuildEvent> published(PublishBuild command) {
        var published =
                new ModulePublished(
                        command.version(), command.build(), command.contents(), command.message());
        return command.imports().isEmpty()
                ? List.of(published)
                : List.of(
                        published,
                        new DependenciesFound(
                                command.version(), command.build(), command.imports()));
    }

    private List<BuildEvent> analyse(StartAnalysis command) {
        return switch (this) {
            case Started(var build, _, _) when build.equals(command.build()) ->
                    List.of(new AnalysisStarted(command.version(), build));
            case Absent _, Queued _, Started _, Failed _, Published _ ->
                    throw over(command.build());
        };
    }

    /// What is under way or published here stays as it is.
    private List<BuildEvent> adopt(ImportBuild command) {
        return switch (this) {
            case Absent _, Failed _ ->
                    List.of(
                            new BuildImported(
                                    command.version(),
                                    command.build(),
                                    command.repository(),
                                    command.tag(),
                                    command.subdir(),
                                    command.since(),
                                    command.contents(),
                                    command.message()));
            case Queued _, Started _, Published _ -> List.of();
        };
    }

    private static List<BuildEvent> failed(FailBuild command) {
        return List.of(new BuildFailed(command.version(), command.build(), command.message()));
    }

    private static Refused building(BuildId build) {
        return new ModuleRefusal.AlreadyBuilding(build.text()).refused();
    }

    private static Refused over(BuildId build) {
        return new ModuleRefusal.BuildNotPending(build.text()).refused();
    }
}
