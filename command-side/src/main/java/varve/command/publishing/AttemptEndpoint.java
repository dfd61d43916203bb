package varve.command.publishing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import varve.blobs.Blobs;
import varve.blobs.Paths;
import varve.command.Access;
import varve.contract.Caller;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.Written;
import varve.contract.publishing.AttemptId;
import varve.contract.version.VersionCommand.RefusePublish;
import varve.eventlog.Commands;

/// What members of a scope can do about an attempt: stop one that is under way, and make one again
/// that failed through no fault of its author's, without sending the bytes again; and what staff
/// can.
@RestController
class AttemptEndpoint {
    private final Commands commands;
    private final Access access;
    private final Blobs blobs;
    private final Uploads uploads;
    private final Requests requests;
    private final Permits permits;

    AttemptEndpoint(
            Commands commands,
            Access access,
            Blobs blobs,
            Uploads uploads,
            Requests requests,
            Permits permits) {
        this.commands = commands;
        this.access = access;
        this.blobs = blobs;
        this.uploads = uploads;
        this.requests = requests;
        this.permits = permits;
    }

    @PostMapping("/api/publishing_tasks/{id}/cancel")
    Written cancel(@PathVariable String id, Caller caller) {
        var upload = kept(id);
        access.member(caller, upload.version().pkg().scope());
        var stop =
                new RefusePublish(
                        upload.version(),
                        upload.attempt(),
                        Retries.CANCELLED,
                        "A member of the scope stopped this attempt.");
        var receipt = commands.send(stop, caller);
        return new Written(receipt.position(), Requests.address(upload.attempt()));
    }

    @PostMapping("/api/publishing_tasks/{id}/retry")
    Written retry(@PathVariable String id, Caller caller) throws IOException {
        var upload = kept(id);
        permits.require(upload.version(), upload.sha256(), caller);
        permits.require(upload.version(), caller);
        return again(upload, caller);
    }

    /// Staff have an upload looked into now that waits, or once more that was refused.
    @PostMapping("/api/admin/publishing_tasks/{id}/requeue")
    Written requeue(@PathVariable String id, Caller caller) throws IOException {
        access.staff(caller);
        var upload = kept(id);
        long position = uploads.hurry(upload.attempt()) ? 0 : again(upload, caller).position();
        return Written.silently(position);
    }

    private Written again(Uploads.Kept upload, Caller caller) throws IOException {
        requests.refuseIfTaken(upload.version());
        var file = Files.createTempFile("varve-retry-", ".tar.gz");
        try {
            fetch(upload.attempt(), file);
            var again =
                    new Uploads.Kept(
                            new AttemptId(UUID.randomUUID()),
                            upload.version(),
                            upload.config(),
                            upload.sha256(),
                            upload.size());
            var written = requests.request(again, file, caller);
            uploads.remove(upload.attempt());
            return written;
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private Uploads.Kept kept(String id) {
        var attempt = AttemptId.of(id);
        return uploads.kept(attempt)
                .orElseThrow(() -> new Refused(new Refusal.UploadGone(attempt.text())));
    }

    private void fetch(AttemptId attempt, Path file) throws IOException {
        try (var upload =
                blobs.get(Paths.upload(attempt))
                        .orElseThrow(() -> new Refused(new Refusal.UploadGone(attempt.text())))) {
            Files.copy(upload.content(), file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
