package varve.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import varve.command.publishing.InspectionQueue;
import varve.command.version.Version;
import varve.command.work.Hands;
import varve.contract.Caller;
import varve.contract.publishing.AttemptId;
import varve.contract.publishing.FilePath;
import varve.contract.version.VersionCommand.RefusePublish;
import varve.contract.version.VersionCommand.RequestPublish;
import varve.contract.version.VersionRef;
import varve.embedded.EmbeddedPostgres;
import varve.eventlog.EventLog;
import varve.eventlog.Options;

/// How long an upload that is on the shelf waits until somebody looks into it, with nothing else to
/// do: from the wish that it be published, through the log and the queue, to the worker's first
/// move.
public final class QueueBenchmark {
    private static final int WARM_UP = 200;
    private static final int UPLOADS = 1_000;
    private static final String MIGRATIONS = "varve/command/migrations/";

    private QueueBenchmark() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var home = Files.createTempDirectory("varve-benchmark");
        try (var postgres = EmbeddedPostgres.start(home);
                var pool = new HikariDataSource()) {
            pool.setJdbcUrl(postgres.jdbcUrl());
            pool.setUsername(postgres.user());
            pool.setPassword(postgres.password());
            new ResourceDatabasePopulator(
                            new ClassPathResource(MIGRATIONS + "V1__vault_and_inspections.sql"),
                            new ClassPathResource(MIGRATIONS + "V132__when_requested.sql"))
                    .execute(pool);
            measure(pool);
        }
    }

    private static void measure(HikariDataSource pool) throws InterruptedException {
        var queue = new InspectionQueue(JdbcClient.create(pool));
        var begun = new SynchronousQueue<Long>();
        try (var log =
                        EventLog.open(
                                pool,
                                new JdbcTransactionManager(pool),
                                List.of(Version.SUBJECT),
                                List.of(queue),
                                Options.defaults());
                var hands = new Hands<>(queue, _ -> begun.put(System.nanoTime()), 2)) {
            log.start();
            hands.start();
            var waits = new ArrayList<Long>();
            for (int i = 0; i < WARM_UP + UPLOADS; i++) {
                long waited = once(log, begun, i);
                if (i >= WARM_UP) {
                    waits.add(waited);
                }
            }
            Collections.sort(waits);
            System.out.printf(
                    "from stored upload to worker start, idle queue, %d uploads: p50 %.1f ms, p99 %.1f ms, most %.1f ms%n",
                    UPLOADS,
                    waits.get(UPLOADS / 2) / 1e6,
                    waits.get(UPLOADS * 99 / 100) / 1e6,
                    waits.getLast() / 1e6);
        }
    }

    private static long once(EventLog log, SynchronousQueue<Long> begun, int number)
            throws InterruptedException {
        var ref = VersionRef.of("@luca/flag@1.0." + number);
        var attempt = new AttemptId(UUID.randomUUID());
        var caller = Caller.registry("benchmark", UUID.randomUUID().toString());
        long stored = System.nanoTime();
        log.commands()
                .send(
                        new RequestPublish(
                                ref, attempt, "0".repeat(64), 1, FilePath.of("/deno.json")),
                        caller);
        var moment = begun.poll(30, TimeUnit.SECONDS);
        if (moment == null) {
            throw new IllegalStateException("nobody looked into " + ref.text());
        }
        log.commands().send(new RefusePublish(ref, attempt, "measured", ""), caller);
        return moment - stored;
    }
}
