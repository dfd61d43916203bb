package varve.acceptance.publishing;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import tools.jackson.databind.json.JsonMapper;
import varve.acceptance.kit.Tarball;
import varve.artifacts.InProcessWorkshop;
import varve.artifacts.WorkshopTrouble;
import varve.artifacts.engine.Inference;
import varve.blobs.Blobs;
import varve.blobs.Bucket;
import varve.blobs.MemoryBlobs;
import varve.blobs.Paths;
import varve.blobs.Place;
import varve.command.publishing.Dependencies;
import varve.command.publishing.InspectionQueue.Inspectable;
import varve.command.publishing.Inspector;
import varve.command.publishing.Uploads;
import varve.command.version.Version;
import varve.contract.Caller;
import varve.contract.PublicAddresses;
import varve.contract.Sha256;
import varve.contract.publishing.AttemptId;
import varve.contract.publishing.FilePath;
import varve.contract.version.VersionCommand;
import varve.contract.version.VersionCommand.RequestPublish;
import varve.contract.version.VersionRef;
import varve.eventlog.EventLog;
import varve.eventlog.Options;
import varve.testkit.TestPostgres;

/// A log, a shelf and a workshop, with as many inspectors as a test wants.
final class Inspections implements AutoCloseable {
    static final Caller LUCA = Caller.registry("luca", "test");
    private static final URI HERE = URI.create("http://localhost/");

    final MemoryBlobs shelf = new MemoryBlobs();
    private final InProcessWorkshop workshop = new InProcessWorkshop(Inference.NONE);
    private final HikariDataSource database = TestPostgres.database();
    private final EventLog log;

    Inspections() {
        Flyway.configure()
                .dataSource(database)
                .defaultSchema("varve_command")
                .schemas("varve_command")
                .locations("varve/command/migrations")
                .outOfOrder(true)
                .load()
                .migrate();
        log =
                EventLog.open(
                        database,
                        new JdbcTransactionManager(database),
                        List.of(Version.SUBJECT),
                        List.of(),
                        Options.defaults());
        log.start();
    }

    /// An upload of a module that says this.
    AttemptId request(VersionRef ref, String mod) {
        var attempt = new AttemptId(UUID.randomUUID());
        var config =
                "{\"name\":\"%s\",\"exports\":\"./mod.ts\",\"license\":\"MIT\"}"
                        .formatted(ref.pkg().text());
        var bytes = Tarball.of("./", Map.of("deno.json", config, "mod.ts", mod));
        shelf.put(Paths.upload(attempt), bytes, "application/gzip");
        send(
                new RequestPublish(
                        ref, attempt, Sha256.hex(bytes), bytes.length, FilePath.of("/deno.json")));
        return attempt;
    }

    void send(VersionCommand command) {
        log.commands().send(command, LUCA);
    }

    Version state(VersionRef ref) {
        return log.states().of(Version.SUBJECT, ref.stream());
    }

    /// One node takes the job up and comes to its end.
    void inspect(VersionRef ref, AttemptId attempt, Blobs throughShelf) {
        inspect(ref, attempt, throughShelf, 1);
    }

    void inspect(VersionRef ref, AttemptId attempt, Blobs throughShelf, int tries) {
        var db = JdbcClient.create(database);
        var inspector =
                new Inspector(
                        workshop,
                        throughShelf,
                        new Dependencies(
                                throughShelf, JsonMapper.shared(), log.states(), Optional.empty()),
                        log.commands(),
                        log.states(),
                        new PublicAddresses(HERE, HERE),
                        new Uploads(db, throughShelf),
                        Duration.ofMinutes(1),
                        Clock.systemUTC());
        try {
            inspector.inspect(
                    new Inspectable(
                            attempt, ref, FilePath.of("/deno.json"), "test", Instant.now(), tries));
        } catch (IOException | WorkshopTrouble e) {
            throw new IllegalStateException(e);
        }
    }

    /// What clients could fetch, with a digest of each.
    Map<String, String> lying() {
        var lying = new TreeMap<String, String>();
        for (var bucket : List.of(Bucket.MODULES, Bucket.NPM, Bucket.DOCS)) {
            for (var key : shelf.keys(bucket)) {
                lying.put(bucket + " " + key, digest(bucket, key));
            }
        }
        return lying;
    }

    private String digest(Bucket bucket, String key) {
        var place = new Place(bucket, key, Place.Keeping.FOR_EVER);
        return Sha256.hex(shelf.bytes(place).orElseThrow());
    }

    @Override
    public void close() {
        log.close();
        workshop.close();
        database.close();
    }
}
