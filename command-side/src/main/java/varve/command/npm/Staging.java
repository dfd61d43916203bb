package varve.command.npm;

import java.io.IOException;
import java.util.UUID;
import org.springframework.stereotype.Component;
import varve.blobs.Blobs;
import varve.blobs.Paths;
import varve.command.Access;
import varve.command.stage.Stage;
import varve.command.version.Version;
import varve.contract.Caller;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.pkg.PackageRef;
import varve.contract.stage.StageCommand.ApproveStage;
import varve.contract.stage.StageCommand.RejectStage;
import varve.contract.stage.StageCommand.StageVersion;
import varve.contract.stage.StageId;
import varve.contract.version.VersionCommand.PublishNpm;
import varve.contract.version.VersionRef;
import varve.eventlog.Commands;
import varve.eventlog.States;

/// Staged publishing: a job or a person hands a version in, which is looked at like any other and
/// then waits; what somebody approves is published with exactly those bytes.
@Component
class Staging {
    private final Publication publication;
    private final Opening opening;
    private final Commands commands;
    private final States states;
    private final Access access;
    private final TeamRights teams;
    private final Blobs blobs;

    Staging(
            Publication publication,
            Opening opening,
            Commands commands,
            States states,
            Access access,
            TeamRights teams,
            Blobs blobs) {
        this.publication = publication;
        this.opening = opening;
        this.commands = commands;
        this.states = states;
        this.access = access;
        this.teams = teams;
        this.blobs = blobs;
    }

    /// @return its id, and the position of the fact
    record Staged(StageId id, long position) {}

    Staged stage(PackageRef pkg, Document document, Tarball.Received tarball, Caller caller)
            throws IOException {
        var checked = publication.checked(pkg, document, tarball, caller);
        var id = new StageId(UUID.randomUUID());
        publication.lay(checked, id.attempt(), tarball, caller);
        var wish =
                new StageVersion(
                        id,
                        checked.ref(),
                        checked.release(),
                        checked.tag(),
                        document.isRestricted());
        return new Staged(id, commands.send(wish, caller).position());
    }

    /// What waits under this id.
    ///
    /// @throws Refused when nothing does, or it is not theirs to decide about
    Stage.Waiting waiting(StageId id, Caller caller) {
        var waiting = Stage.waiting(states.of(Stage.SUBJECT, stream(id)), id.text());
        requireMember(waiting.ref().pkg(), caller);
        return waiting;
    }

    /// What was cut short between the two facts is taken up when somebody approves again.
    ///
    /// @return position of the last fact
    long approve(StageId id, Caller caller) {
        var waiting = waiting(id, caller);
        var ref = waiting.ref();
        if (!isPublishedAs(id, ref)) {
            opening.make(ref.pkg(), waiting.restricted(), caller);
            var wish = new PublishNpm(ref, id.attempt(), waiting.release(), waiting.tag());
            commands.send(wish, caller);
        }
        return commands.send(new ApproveStage(id), caller).position();
    }

    long reject(StageId id, Caller caller) {
        waiting(id, caller);
        long position = commands.send(new RejectStage(id), caller).position();
        blobs.remove(Paths.upload(id.attempt()));
        blobs.remove(Paths.uploadedAttestations(id.attempt()));
        return position;
    }

    /// Its tarball has left the place where it waited, which only publishing does.
    private boolean isPublishedAs(StageId id, VersionRef ref) {
        return states.of(Version.SUBJECT, ref.stream()) instanceof Version.Released
                && blobs.bytes(Paths.upload(id.attempt())).isEmpty();
    }

    private void requireMember(PackageRef pkg, Caller caller) {
        var user = access.person(caller);
        if (!teams.mayPublish(user, pkg)) {
            try {
                access.member(caller, pkg.scope());
            } catch (Refused refused) {
                throw refused.refusal() instanceof Refusal.ScopeNotFound
                        ? new Refused(new Refusal.PackageNotFound(pkg.text()))
                        : refused;
            }
        }
    }

    private static String stream(StageId id) {
        return "stage:" + id.text();
    }
}
