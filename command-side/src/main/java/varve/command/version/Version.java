package varve.command.version;

import java.util.List;
import varve.command.Rules;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.publishing.AttemptId;
import varve.contract.version.VersionCommand;
import varve.contract.version.VersionCommand.AcceptPublish;
import varve.contract.version.VersionCommand.AppraisePublish;
import varve.contract.version.VersionCommand.DeleteVersion;
import varve.contract.version.VersionCommand.DeprecateVersion;
import varve.contract.version.VersionCommand.PublishNpm;
import varve.contract.version.VersionCommand.RefusePublish;
import varve.contract.version.VersionCommand.RequestPublish;
import varve.contract.version.VersionCommand.SpoilPublish;
import varve.contract.version.VersionCommand.UnpublishVersion;
import varve.contract.version.VersionCommand.UnyankVersion;
import varve.contract.version.VersionCommand.YankVersion;
import varve.contract.version.VersionEvent;
import varve.contract.version.VersionEvent.NpmVersionPublished;
import varve.contract.version.VersionEvent.PublishRefused;
import varve.contract.version.VersionEvent.PublishRequested;
import varve.contract.version.VersionEvent.VersionAppraised;
import varve.contract.version.VersionEvent.VersionDeprecated;
import varve.contract.version.VersionEvent.VersionPublished;
import varve.contract.version.VersionEvent.VersionTombstoned;
import varve.contract.version.VersionEvent.VersionUndeprecated;
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

    /// It is sound, and its files are being laid down. It cannot be stopped any more, so whoever is
    /// late with laying down files lays the same ones.
    record Appraised(AttemptId attempt) implements Version {}

    /// It was sound and cannot be published after all. Something of it may lie on the shelf, and so
    /// its number is given to nobody else.
    record Spoiled(AttemptId attempt) implements Version {}

    /// The last attempt failed; another may be made.
    record Failed(AttemptId attempt) implements Version {}

    record Published(AttemptId attempt, boolean yanked) implements Version {}

    /// Published by an npm client.
    ///
    /// @param deprecated what installers get to read, or empty
    record Released(boolean yanked, String deprecated) implements Version {}

    /// Its bytes are gone for ever, and so is its number.
    record Tombstoned() implements Version {}

    default List<VersionEvent> decide(VersionCommand command) {
        return switch (command) {
            case RequestPublish request -> request(request);
            case AppraisePublish appraise -> Verdicts.appraise(this, appraise);
            case AcceptPublish accept -> Verdicts.accept(this, accept);
            case RefusePublish refuse -> Verdicts.refuse(this, refuse);
            case SpoilPublish spoil -> Verdicts.spoil(this, spoil);
            case PublishNpm publish -> publish(publish);
            case DeprecateVersion deprecate -> deprecate(deprecate);
            case UnpublishVersion unpublish -> unpublish(unpublish);
            case DeleteVersion delete -> delete(delete);
            case YankVersion yank ->
                    isYanked(yank) ? List.of() : List.of(new VersionYanked(yank.ref()));
            case UnyankVersion back ->
                    isYanked(back) ? List.of(new VersionUnyanked(back.ref())) : List.of();
        };
    }

    default Version on(VersionEvent event) {
        return switch (event) {
            case PublishRequested requested -> new Pending(requested.attempt());
            case PublishRefused refused ->
                    this instanceof Appraised(var attempt)
                            ? new Spoiled(attempt)
                            : new Failed(refused.attempt());
            case VersionAppraised _ ->
                    this instanceof Pending(var attempt) ? new Appraised(attempt) : this;
            case VersionPublished published -> new Published(published.attempt(), false);
            case NpmVersionPublished _ -> new Released(false, "");
            case VersionDeprecated(_, var message) -> deprecated(message);
            case VersionUndeprecated _ -> deprecated("");
            case VersionTombstoned _ -> new Tombstoned();
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
            case Appraised(var attempt) -> throw duplicate(command, attempt);
            case Spoiled(var attempt) -> throw duplicate(command, attempt);
            case Published(var attempt, _) -> throw duplicate(command, attempt);
            case Released _, Tombstoned _ -> throw taken(command);
        };
    }

    private List<VersionEvent> publish(PublishNpm command) {
        return switch (this) {
            case Absent _ ->
                    List.of(
                            new NpmVersionPublished(
                                    command.ref(),
                                    command.attempt(),
                                    command.release(),
                                    command.tag()));
            case Pending _,
                    Appraised _,
                    Spoiled _,
                    Failed _,
                    Published _,
                    Released _,
                    Tombstoned _ ->
                    throw taken(command);
        };
    }

    private List<VersionEvent> deprecate(DeprecateVersion command) {
        return switch (this) {
            case Released(_, var before) when before.equals(command.message()) -> List.of();
            case Released _ when command.message().isEmpty() ->
                    List.of(new VersionUndeprecated(command.ref()));
            case Released _ -> List.of(new VersionDeprecated(command.ref(), command.message()));
            case Published _ when command.message().isEmpty() ->
                    List.of(new VersionUndeprecated(command.ref()));
            case Published _ -> List.of(new VersionDeprecated(command.ref(), command.message()));
            case Absent _, Pending _, Appraised _, Spoiled _, Failed _, Tombstoned _ ->
                    throw notFound(command);
        };
    }

    /// Sources that others may build on are yanked, never taken away.
    private List<VersionEvent> unpublish(UnpublishVersion command) {
        return switch (this) {
            case Released _ -> List.of(new VersionTombstoned(command.ref()));
            case Tombstoned _ -> List.of();
            case Absent _, Pending _, Appraised _, Spoiled _, Failed _, Published _ ->
                    throw notFound(command);
        };
    }

    private List<VersionEvent> delete(DeleteVersion command) {
        return switch (this) {
            case Published _, Released _ -> List.of(new VersionTombstoned(command.ref()));
            case Absent _, Pending _, Appraised _, Spoiled _, Failed _, Tombstoned _ ->
                    throw notFound(command);
        };
    }

    private boolean isYanked(VersionCommand command) {
        return switch (this) {
            case Published(_, var yanked) -> yanked;
            case Released(var yanked, _) -> yanked;
            case Absent _, Pending _, Appraised _, Spoiled _, Failed _, Tombstoned _ ->
                    throw notFound(command);
        };
    }

    private Version yanked(boolean yanked) {
        return switch (this) {
            case Published(var attempt, _) -> new Published(attempt, yanked);
            case Released(_, var deprecated) -> new Released(yanked, deprecated);
            case Absent _, Pending _, Appraised _, Spoiled _, Failed _, Tombstoned _ -> this;
        };
    }

    private Version deprecated(String message) {
        return switch (this) {
            case Released(var yanked, _) -> new Released(yanked, message);
            case Absent _, Pending _, Appraised _, Spoiled _, Failed _, Published _, Tombstoned _ ->
                    this;
        };
    }

    private static Refused taken(VersionCommand command) {
        return new Refused(new Refusal.AlreadyPublished(command.ref().text()));
    }

    private static Refused notFound(VersionCommand command) {
        return new Refused(new Refusal.VersionNotFound(command.ref().text()));
    }

    private static Refused duplicate(RequestPublish command, AttemptId attempt) {
        return new Refused(new Refusal.DuplicateVersion(command.ref().text(), attempt.text()));
    }
}
