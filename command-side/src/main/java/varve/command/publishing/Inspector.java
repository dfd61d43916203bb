package varve.command.publishing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Gatherers;
import varve.artifacts.Faulted;
import varve.artifacts.Inspection;
import varve.artifacts.Inspection.Faulty;
import varve.artifacts.Inspection.Sound;
import varve.artifacts.Order;
import varve.artifacts.StoredFile;
import varve.artifacts.Workshop;
import varve.artifacts.WorkshopTrouble;
import varve.blobs.Blobs;
import varve.blobs.Paths;
import varve.contract.Caller;
import varve.contract.PublicAddresses;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.version.VersionCommand;
import varve.contract.version.VersionCommand.AcceptPublish;
import varve.contract.version.VersionCommand.RefusePublish;
import varve.contract.version.VersionRef;
import varve.eventlog.Commands;

/// Whenever an upload has arrived, looks inside and says yes or no. The same bytes give the same
/// verdict, so an inspection that was cut short is simply done again.
public final class Inspector {
    /// After this many failures of our own the author is told instead of kept waiting.
    private static final int MOST_TRIES = 10;

    private static final int PUTS_AT_ONCE = 16;

    private final Workshop workshop;
    private final Blobs blobs;
    private final Dependencies dependencies;
    private final Commands commands;
    private final PublicAddresses addresses;
    private final Uploads uploads;
    private final Duration patience;
    private final Clock clock;

    /// @param patience after which an attempt ends, however often it could still be tried
    public Inspector(
            Workshop workshop,
            Blobs blobs,
            Dependencies dependencies,
            Commands commands,
            PublicAddresses addresses,
            Uploads uploads,
            Duration patience,
            Clock clock) {
        this.workshop = workshop;
        this.blobs = blobs;
        this.dependencies = dependencies;
        this.commands = commands;
        this.addresses = addresses;
        this.uploads = uploads;
        this.patience = patience;
        this.clock = clock;
    }

    /// @throws WorkshopTrouble and other trouble of ours, after which the job is worth another try
    public void inspect(InspectionQueue.Inspectable job) throws IOException, WorkshopTrouble {
        var caller = Caller.registry("inspector", job.correlation());
        var verdict = verdict(job);
        try {
            commands.send(verdict, caller);
        } catch (Refused refused) {
            if (!(refused.refusal() instanceof Refusal.AttemptNotPending)) {
                throw refused;
            }
            return;
        }
        if (!(verdict instanceof RefusePublish(_, _, var code, _) && Retries.isWorthIt(code))) {
            uploads.remove(job.attempt());
        }
    }

    private VersionCommand verdict(InspectionQueue.Inspectable job)
            throws IOException, WorkshopTrouble {
        if (clock.instant().isAfter(job.requestedAt().plus(patience))) {
            return refuse(
                    job,
                    Retries.STALE,
                    "The registry did not come to an end with this upload in time. Please publish it again.");
        }
        if (job.tries() > MOST_TRIES) {
            return refuse(
                    job,
                    Retries.OURS,
                    "The registry could not look into this upload. Please publish it again.");
        }
        return switch (look(job)) {
            case Faulty(var code, var message) -> refuse(job, code, message);
            case Sound sound -> {
                try {
                    yield accept(job, sound);
                } catch (Faulted faulted) {
                    var verdict = faulted.verdict();
                    yield refuse(job, verdict.code(), verdict.message());
                }
            }
        };
    }

    private AcceptPublish accept(InspectionQueue.Inspectable job, Sound sound) throws IOException {
        var contents = sound.contents();
        var found = dependencies.found(job.version().pkg().scope(), contents.dependencies());
        lay(job.version(), sound);
        return new AcceptPublish(
                job.version(), job.attempt(), contents.needing(found), sound.merits());
    }

    private Inspection look(InspectionQueue.Inspectable job) throws IOException, WorkshopTrouble {
        var tarball = Files.createTempFile("varve-inspection-", ".tar.gz");
        try {
            fetch(job, tarball);
            var homepage = addresses.registry().resolve("/" + job.version().pkg().text());
            return workshop.inspect(
                    tarball, new Order(job.version(), job.config(), homepage.toString()));
        } finally {
            Files.deleteIfExists(tarball);
        }
    }

    private void fetch(InspectionQueue.Inspectable job, Path file) throws IOException {
        var place = Paths.upload(job.attempt());
        try (var upload =
                blobs.get(place)
                        .orElseThrow(() -> new IOException(place.key() + " is not on the shelf"))) {
            Files.copy(upload.content(), file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /// Bytes before words: all that the version consists of, before the log says that it exists.
    /// The file that names the others comes last.
    private void lay(VersionRef ref, Sound sound) {
        var laid =
                sound.files().stream()
                        .gather(Gatherers.mapConcurrent(PUTS_AT_ONCE, file -> lay(ref, file)))
                        .count();
        if (laid != sound.files().size()) {
            throw new IllegalStateException("laid " + laid + " of " + sound.files().size());
        }
        blobs.put(Paths.npmTarball(ref), sound.npmTarball(), "application/octet-stream");
        blobs.put(Paths.documentation(ref), sound.documentation(), "application/gzip");
        blobs.put(Paths.versionMeta(ref), sound.versionMeta(), "application/json");
    }

    private StoredFile lay(VersionRef ref, StoredFile file) {
        blobs.put(Paths.module(ref, file.path()), file.bytes(), file.contentType());
        return file;
    }

    private static RefusePublish refuse(
            InspectionQueue.Inspectable job, String code, String message) {
        return new RefusePublish(job.version(), job.attempt(), code, message);
    }
}
