package varve.command.publishing;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import varve.blobs.Blobs;
import varve.blobs.Paths;
import varve.command.Access;
import varve.command.pkg.Pkg;
import varve.command.version.Version;
import varve.contract.Caller;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.Written;
import varve.contract.pkg.PackageRef;
import varve.contract.publishing.AttemptId;
import varve.contract.publishing.FilePath;
import varve.contract.version.VersionCommand.RefusePublish;
import varve.contract.version.VersionCommand.RequestPublish;
import varve.contract.version.VersionNumber;
import varve.contract.version.VersionRef;
import varve.eventlog.Commands;
import varve.eventlog.States;

/// Where `deno publish` sends an upload. The checks come in the order in which JSR makes them; the
/// bytes are on the shelf before the log has a word of them.
@RestController
class PublishEndpoint {
    private final Commands commands;
    private final States states;
    private final Access access;
    private final Blobs blobs;
    private final Attempts attempts;

    PublishEndpoint(
            Commands commands, States states, Access access, Blobs blobs, Attempts attempts) {
        this.commands = commands;
        this.states = states;
        this.access = access;
        this.blobs = blobs;
        this.attempts = attempts;
    }

    @PostMapping("/api/scopes/{scope}/packages/{name}/versions/{version}")
    Written publish(
            @PathVariable String scope,
            @PathVariable String name,
            @PathVariable String version,
            @RequestParam String config,
            HttpServletRequest request,
            Caller caller)
            throws IOException {
        var ref = new VersionRef(PackageRef.of(scope, name), VersionNumber.of(version));
        var configPath = FilePath.of(config);
        if (request.getContentLengthLong() > Upload.LARGEST) {
            throw new Refused(new Refusal.TooLarge(Upload.LARGEST));
        }
        if (!"gzip".equals(request.getHeader("Content-Encoding"))) {
            throw new Refused(new Refusal.NotGzip());
        }
        access.publisher(caller, ref);
        refuseIfTaken(ref);
        if (!access.isOfStaff(caller)) {
            attempts.check(ref.pkg().scope());
        }
        try (var upload = Upload.receive(request.getInputStream())) {
            if (!caller.grant().maySend(ref, upload.sha256())) {
                throw new Refused(new Refusal.MissingPermission());
            }
            return request(ref, configPath, upload, caller);
        }
    }

    private Written request(VersionRef ref, FilePath config, Upload upload, Caller caller) {
        var attempt = new AttemptId(UUID.randomUUID());
        blobs.put(Paths.upload(attempt), upload.file(), "application/gzip");
        try {
            var wish = new RequestPublish(ref, attempt, upload.sha256(), upload.size(), config);
            var receipt = commands.send(wish, caller);
            refuseIfGone(wish, caller);
            return new Written(receipt.position(), "/api/publishing_tasks/" + attempt.text());
        } catch (Refused refused) {
            blobs.remove(Paths.upload(attempt));
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

    /// Spares a client the upload of what cannot be accepted. Two that come at the same moment both
    /// pass here, and the stream decides.
    private void refuseIfTaken(VersionRef ref) {
        switch (states.of(Version.SUBJECT, ref.stream())) {
            case Version.Absent _, Version.Failed _ -> {}
            case Version.Pending(var attempt) -> throw duplicate(ref, attempt);
            case Version.Published(var attempt, _) -> throw duplicate(ref, attempt);
            case Version.Released _, Version.Tombstoned _ ->
                    throw new Refused(new Refusal.AlreadyPublished(ref.text()));
        }
    }

    private static Refused duplicate(VersionRef ref, AttemptId attempt) {
        return new Refused(new Refusal.DuplicateVersion(ref.text(), attempt.text()));
    }
}
