package varve.command.publishing;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.stereotype.Component;
import varve.command.pkg.Pkg;
import varve.command.version.Version;
import varve.contract.Caller;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.Written;
import varve.contract.publishing.AttemptId;
import varve.contract.version.VersionCommand.RefusePublish;
import varve.contract.version.VersionCommand.RequestPublish;
import varve.contract.version.VersionRef;
import varve.eventlog.Commands;
import varve.eventlog.States;

/// Asks for an upload to be published: first its bytes are on the shelf, then the log has word of
/// it.
@Component
class Requests {
    /// Without the task a client can only take its upload for lost.
    private static final Duration PATIENCE = Duration.ofSeconds(12);

    private final Commands commands;
    private final States states;
    private final Uploads uploads;

    Requests(Commands commands, States states, Uploads uploads) {
        this.commands = commands;
        this.states = states;
        this.uploads = uploads;
    }

    /// When nobody can say whether the log has the wish, the bytes stay: if it has, they are
    /// needed, and if not, they are swept.
    Written request(Uploads.Kept upload, Path file, Caller caller) {
        uploads.lay(upload, file);
        try {
            var wish =
                    new RequestPublish(
                            upload.version(),
                            upload.attempt(),
                            upload.sha256(),
                            upload.size(),
                            upload.config());
            var receipt = commands.send(wish, caller);
            refuseIfGone(wish, caller);
            return new Written(receipt.position(), address(upload.attempt()), PATIENCE);
        } catch (Refused refused) {
            if (!(refused.refusal() instanceof Refusal.Unavailable)) {
                uploads.remove(upload.attempt());
            }
            throw refused;
        }
    }

    /// Somebody may have begun to delete the package while the bytes came in. Whoever does looks
    /// for uploads that were asked for before, so one of the two sees the other.
    private void refuseIfGone(RequestPublish wish, Caller caller) {
        var pkg = wish.ref().pkg();
        if (states.of(Pkg.SUBJECT, pkg.stream()) instanceof Pkg.Present) {
            return;
        }
        var gone = new Refusal.PackageNotFound(pkg.text());
        commands.send(
                new RefusePublish(
                        wish.ref(), wish.attempt(), "packageNotFound", "the package was deleted"),
                caller);
        throw new Refused(gone);
    }

    static String address(AttemptId attempt) {
        return "/api/publishing_tasks/" + attempt.text();
    }

    /// Spares a client the upload of what cannot be accepted. Two that come at the same moment both
    /// pass here, and the stream decides.
    void refuseIfTaken(VersionRef ref) {
        switch (states.of(Version.SUBJECT, ref.stream())) {
            case Version.Absent _, Version.Failed _ -> {}
            case Version.Pending(var attempt) -> throw duplicate(ref, attempt);
            case Version.Appraised(var attempt) -> throw duplicate(ref, attempt);
            case Version.Spoiled(var attempt) -> throw duplicate(ref, attempt);
            case Version.Published(var attempt, _) -> throw duplicate(ref, attempt);
            case Version.Released _, Version.Tombstoned _ ->
                    throw new Refused(new Refusal.AlreadyPublished(ref.text()));
        }
    }

    private static Refused duplicate(VersionRef ref, AttemptId attempt) {
        return new Refused(new Refusal.DuplicateVersion(ref.text(), attempt.text()));
    }
}
