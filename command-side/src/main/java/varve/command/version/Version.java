package varve.command.version;

import java.util.List;
import varve.command.Rules;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.publishing.AttemptId;
import varve.contract.version.VersionCommand;
import varve.contract.version.VersionCommand.AcceptPublish;
import varve.contract.version.VersionCommand.RefusePublish;
import varve.contract.version.VersionCommand.RequestPublish;
import varve.contract.version.VersionCommand.UnyankVersion;
import varve.contract.version.VersionCommand.YankVersion;
import varve.contract.version.VersionEvent;
import varve.contract.version.VersionEvent.PublishRefused;
import varve.contract.version.VersionEvent.PublishRequested;
import varve.contract.version.VersionEvent.VersionPublished;
import varve.contract.version.VersionEvent.VersionUnyanked;
import varve.contract.version.VersionEvent.VersionYanked;
import varve.eventlog.Subject;

/// What must be remembered of a version. Attempts and the fact share one stream: that at most one
/// attempt is under way, and that a published version is never published again, are then the
/// store's own conflict check.
public sealed interface Version {
    Subject<Version, VersionCommand, VersionEvent> SUBJECT =
            Rules.of("version", Version.class, new Absent(), Version::decide, Version::on);

    record Absent() implements Version {}

    /// Somebody uploaded it; nobody has looked inside yet.
    record Pending(AttemptId attempt) implements Version {}

    /// The last attempt failed; another may be made.
    record Failed(AttemptId attempt) implements Version {}

    record Published(AttemptId attempt, boolean yanked) implements Version {}

    default List<VersionEvent> decide(VersionCommand command) {
        return switch (command) {
            case RequestPublish request -> request(request);
            case AcceptPublish accept -> accept(accept);
            case RefusePublish refuse -> refuse(refuse);
            case YankVersion yank ->
                    published(yank).yanked() ? List.of() : List.of(new VersionYanked(yank.ref()));
            case UnyankVersion back ->
                    published(back).yanked() ? List.of(new VersionUnyanked(back.ref())) : List.of();
        };
    }

    default Version on(VersionEvent event) {
        return switch (event) {
            case PublishRequested requested -> new Pending(requested.attempt());
            case PublishRefused refused -> new Failed(refused.attempt());
            case VersionPublished published -> new Published(published.attempt(), false);
            case VersionYanked _ -> yanked(true);
            case VersionUnyanked _ -> yanked(false);
        };
    }

    private List<VersionEvent> request(RequestPublish command) {
        return switch (this) {
            case Absent _, Failed _ ->
                    List.of(
                            new PublishRequested(
                                    command.ref(),
                                    command.attempt(),
                                    command.sha256(),
                                    command.size(),
                                    command.config()));
            case Pending(var attempt) -> throw duplicate(command, attempt);
            case Published(var attempt, _) -> throw duplicate(command, attempt);
        };
    }

    /// A verdict may arrive twice, when whoever reached it could not tell that it had been heard.
    private List<VersionEvent> accept(AcceptPublish command) {
        return switch (this) {
            case Pending(var attempt) when attempt.equals(command.attempt()) ->
                    List.of(new VersionPublished(command.ref(), attempt, command.contents()));
            case Published(var attempt, _) when attempt.equals(command.attempt()) -> List.of();
            case Absent _, Pending _, Failed _, Published _ -> throw notPending(command.attempt());
        };
    }

    private List<VersionEvent> refuse(RefusePublish command) {
        return switch (this) {
            case Pending(var attempt) when attempt.equals(command.attempt()) ->
                    List.of(
                            new PublishRefused(
                                    command.ref(), attempt, command.code(), command.message()));
            case Failed(var attempt) when attempt.equals(command.attempt()) -> List.of();
            case Absent _, Pending _, Failed _, Published _ -> throw notPending(command.attempt());
        };
    }

    private Published published(VersionCommand command) {
        return switch (this) {
            case Published published -> published;
            case Absent _, Pending _, Failed _ ->
                    throw new Refused(new Refusal.VersionNotFound(command.ref().text()));
        };
    }

    private Version yanked(boolean yanked) {
        return switch (this) {
            case Published(var attempt, _) -> new Published(attempt, yanked);
            case Absent _, Pending _, Failed _ -> this;
        };
    }

    private static Refused duplicate(RequestPublish command, AttemptId attempt) {
        return new Refused(new Refusal.DuplicateVersion(command.ref().text(), attempt.text()));
    }

    private static Refused notPending(AttemptId attempt) {
        return new Refused(new Refusal.AttemptNotPending(attempt.text()));
    }
}
