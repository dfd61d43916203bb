package varve.command.publishing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import varve.artifacts.Faulted;
import varve.artifacts.Inspection;
import varve.artifacts.Inspection.Faulty;
import varve.artifacts.Inspection.Sound;
import varve.artifacts.Order;
import varve.artifacts.Workshop;
import varve.artifacts.WorkshopTrouble;
import varve.blobs.Blobs;
import varve.blobs.Paths;
import varve.command.version.Version;
import varve.contract.Caller;
import varve.contract.PublicAddresses;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.version.VersionCommand;
import varve.contract.version.VersionCommand.AcceptPublish;
import varve.contract.version.VersionCommand.AppraisePublish;
import varve.contract.version.VersionCommand.RefusePublish;
import varve.contract.version.VersionCommand.SpoilPublish;
import varve.eventlog.Commands;
import varve.eventlog.States;

/// Whenever an upload has arrived, looks inside and says yes or no. The same bytes give the same
/// verdict, so an inspection that was cut short is simply done again. Before anything is laid down
/// the log says for which attempt; after that the version is that attempt's for ever, so whoever
/// was held up and comes late lays down the same bytes or none.
public final class Inspector {
    /// After this many failures of our own the author is told instead of kept waiting.
    private static final int MOST_TRIES = 10;

    private static final String SPOILED =
            " Some of its files may have been laid down already: please publish another version.";

    private final Workshop workshop;
    private final Blobs blobs;
    private final VersionFiles files;
    private final Dependencies dependencies;
    private final Commands commands;
    private final States states;
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
            States states,
            PublicAddresses addresses,
            Uploads uploads,
            Duration patience,
            Clock clock) {
        this.workshop = workshop;
        this.blobs = blobs;
        this.files = new VersionFiles(blobs);
        this.dependencies = dependencies;
        this.commands = commands;
        this.states = states;
        this.addresses = addresses;
        this.uploads = uploads;
        this.patience = patience;
        this.clock = clock;
    }

    /// @throws WorkshopTrouble and other trouble of ours, after which the job is worth another try
    public void inspect(InspectionQueue.Inspectable job) throws IOException, WorkshopTrouble {
        switch (states.of(Version.SUBJECT, job.version().stream())) {
            case Version.Pending(var attempt) when attempt.equals(job.attempt()) -> judge(job);
            case Version.Appraised(var attempt) when attempt.equals(job.attempt()) -> finish(job);
            case Version.Published(var attempt, _) when attempt.equals(job.attempt()) ->
                    uploads.remove(attempt);
            case Version.Absent _, Version.Pending _, Version.Appraised _, Version.Spoiled _ -> {}
            case Version.Failed _, Version.Published _ -> {}
            case Version.Released _, Version.Tombstoned _ -> {}
        }
    }

    private void judge(InspectionQueue.Inspectable job) throws IOException, WorkshopTrouble {
        if (clock.instant().isAfter(job.requestedAt().plus(patience))) {
            refuse(
                    job,
                    Retries.STALE,
                    "The registry did not come to an end with this upload in time. Please publish it again.");
            return;
        }
        if (job.tries() > MOST_TRIES) {
            refuse(
                    job,
                    Retries.OURS,
                    "The registry could not look into this upload. Please publish it again.");
            return;
        }
        switch (examine(job)) {
            case Faulty(var code, var message) -> refuse(job, code, message);
            case Sound sound -> {
                var appraise = new AppraisePublish(job.version(), job.attempt(), sound.merits());
                if (isHeard(appraise, job)) {
                    publish(job, sound);
                }
            }
        }
    }

    /// What was found sound before is finished, however long that takes: nobody else can publish
    /// the version. Only what it needs can have gone since.
    private void finish(InspectionQueue.Inspectable job) throws IOException, WorkshopTrouble {
        switch (examine(job)) {
            case Faulty(var code, var message) -> {
                var spoil = new SpoilPublish(job.version(), job.attempt(), code, message + SPOILED);
                if (isHeard(spoil, job)) {
                    uploads.remove(job.attempt());
                }
            }
            case Sound sound -> publish(job, sound);
        }
    }

    /// Bytes before words: all that the version consists of is laid down before the log says that
    /// it exists. Nobody but this attempt can have laid anything there, so when the version is gone
    /// already, so is what came late.
    private void publish(InspectionQueue.Inspectable job, Sound sound) {
        files.lay(job.version(), sound);
        if (isHeard(new AcceptPublish(job.version(), job.attempt(), sound.contents()), job)) {
            uploads.remove(job.attempt());
        } else {
            files.remove(job.version(), sound);
        }
    }

    private void refuse(InspectionQueue.Inspectable job, String code, String message) {
        var refuse = new RefusePublish(job.version(), job.attempt(), code, message);
        if (isHeard(refuse, job) && !Retries.isWorthIt(code)) {
            uploads.remove(job.attempt());
        }
    }

    /// @return false when the attempt has come to another end meanwhile
    private boolean isHeard(VersionCommand verdict, InspectionQueue.Inspectable job) {
        try {
            commands.send(verdict, Caller.registry("inspector", job.correlation()));
            return true;
        } catch (Refused refused) {
            if (!(refused.refusal() instanceof Refusal.AttemptNotPending)) {
                throw refused;
            }
            return false;
        }
    }

    private Inspection examine(InspectionQueue.Inspectable job)
            throws IOException, WorkshopTrouble {
        return switch (look(job)) {
            case Faulty faulty -> faulty;
            case Sound sound -> {
                try {
                    var needed = sound.contents().dependencies();
                    yield sound.needing(dependencies.found(job.version().pkg().scope(), needed));
                } catch (Faulted faulted) {
                    yield faulted.verdict();
                }
            }
        };
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
}
