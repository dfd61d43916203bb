package varve.command.version;

import java.util.List;
import varve.command.version.Version.Absent;
import varve.command.version.Version.Appraised;
import varve.command.version.Version.Failed;
import varve.command.version.Version.Pending;
import varve.command.version.Version.Published;
import varve.command.version.Version.Released;
import varve.command.version.Version.Spoiled;
import varve.command.version.Version.Tombstoned;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.publishing.AttemptId;
import varve.contract.version.VersionCommand.AcceptPublish;
import varve.contract.version.VersionCommand.AppraisePublish;
import varve.contract.version.VersionCommand.RefusePublish;
import varve.contract.version.VersionCommand.SpoilPublish;
import varve.contract.version.VersionEvent;
import varve.contract.version.VersionEvent.PublishRefused;
import varve.contract.version.VersionEvent.VersionAppraised;
import varve.contract.version.VersionEvent.VersionPublished;

/// How an attempt comes to its end. What is said of one that is not under way, or not any more, is
/// refused; what is said twice is no news.
final class Verdicts {
    private Verdicts() {}

    /// Whoever asks for what others have published since has nothing to lay down any more.
    static List<VersionEvent> appraise(Version state, AppraisePublish command) {
        return switch (state) {
            case Pending(var attempt) when attempt.equals(command.attempt()) ->
                    List.of(new VersionAppraised(command.ref(), command.merits()));
            case Appraised(var attempt) when attempt.equals(command.attempt()) -> List.of();
            case Absent _, Pending _, Appraised _, Spoiled _, Failed _ ->
                    throw notPending(command.attempt());
            case Published _, Released _, Tombstoned _ -> throw notPending(command.attempt());
        };
    }

    /// A verdict may arrive twice, when whoever reached it could not tell that it had been heard.
    static List<VersionEvent> accept(Version state, AcceptPublish command) {
        return switch (state) {
            case Appraised(var attempt) when attempt.equals(command.attempt()) ->
                    List.of(new VersionPublished(command.ref(), attempt, command.contents()));
            case Published(var attempt, _) when attempt.equals(command.attempt()) -> List.of();
            case Absent _, Pending _, Appraised _, Spoiled _, Failed _ ->
                    throw notPending(command.attempt());
            case Published _, Released _, Tombstoned _ -> throw notPending(command.attempt());
        };
    }

    static List<VersionEvent> refuse(Version state, RefusePublish command) {
        return switch (state) {
            case Pending(var attempt) when attempt.equals(command.attempt()) ->
                    List.of(
                            new PublishRefused(
                                    command.ref(), attempt, command.code(), command.message()));
            case Failed(var attempt) when attempt.equals(command.attempt()) -> List.of();
            case Absent _, Pending _, Appraised _, Spoiled _, Failed _ ->
                    throw notPending(command.attempt());
            case Published _, Released _, Tombstoned _ -> throw notPending(command.attempt());
        };
    }

    static List<VersionEvent> spoil(Version state, SpoilPublish command) {
        return switch (state) {
            case Appraised(var attempt) when attempt.equals(command.attempt()) ->
                    List.of(
                            new PublishRefused(
                                    command.ref(), attempt, command.code(), command.message()));
            case Spoiled(var attempt) when attempt.equals(command.attempt()) -> List.of();
            case Absent _, Pending _, Appraised _, Spoiled _, Failed _ ->
                    throw notPending(command.attempt());
            case Published _, Released _, Tombstoned _ -> throw notPending(command.attempt());
        };
    }

    private static Refused notPending(AttemptId attempt) {
        return new Refused(new Refusal.AttemptNotPending(attempt.text()));
    }
}
