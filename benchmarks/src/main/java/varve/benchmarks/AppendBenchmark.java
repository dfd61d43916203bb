package varve.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.support.JdbcTransactionManager;
import varve.embedded.EmbeddedPostgres;
import varve.eventlog.EventLog;
import varve.eventlog.Options;

/// How fast commands get into the log, next to what plain JDBC does with the same rows in a table
/// with the same indexes on the same server, which waits for the disk at every commit.
public final class AppendBenchmark {
    private static final int[] WRITERS = {1, 16, 64};
    private static final int MOST_WRITERS = 64;
    private static final int ROUNDS = 3;
    private static final Duration WARM_UP = Duration.ofSeconds(3);
    private static final Duration TURN = Duration.ofSeconds(2);

    private AppendBenchmark() {}

    public static void main(String[] arguments) throws SQLException, IOException {
        var home = Files.createTempDirectory("varve-benchmark");
        try (var postgres = EmbeddedPostgres.start(home);
                var pool = pool(postgres);
                var log =
                        EventLog.open(
                                pool,
                                new JdbcTransactionManager(pool),
                                List.of(new Describing()),
                                List.of(),
                                Options.defaults())) {
            log.start();
            var contestants = contestants(log, pool);
            for (var contestant : contestants) {
                var _ = Turn.of(contestant, 16, WARM_UP);
            }
            for (int writers : WRITERS) {
                print(writers, measure(contestants, writers));
            }
        } finally {
            delete(home);
        }
    }

    private static HikariDataSource pool(EmbeddedPostgres postgres) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(postgres.jdbcUrl());
        pool.setUsername(postgres.user());
        pool.setPassword(postgres.password());
        pool.setMaximumPoolSize(MOST_WRITERS + 4);
        return pool;
    }

    private static List<Contestant> contestants(EventLog log, HikariDataSource pool)
            throws SQLException {
        var commands = new CommandsIntoLog(log);
        commands.writer(0).write();
        var row = SampleRow.takenFrom(pool);
        return List.of(new Inserts(pool, row, 1), new Inserts(pool, row, 100), commands);
    }

    /// Everybody's median, after rounds in which each had its turn.
    private static Map<String, Turn> measure(List<Contestant> contestants, int writers) {
        var turns = new LinkedHashMap<String, List<Turn>>();
        for (int round = 0; round < ROUNDS; round++) {
            for (var contestant : contestants) {
                turns.computeIfAbsent(contestant.name(), _ -> new ArrayList<>())
                        .add(Turn.of(contestant, writers, TURN));
            }
        }
        var medians = new LinkedHashMap<String, Turn>();
        turns.forEach((name, all) -> medians.put(name, median(all)));
        return medians;
    }

    private static Turn median(List<Turn> turns) {
        return turns.stream()
                .sorted(Comparator.comparingDouble(Turn::rowsPerSecond))
                .toList()
                .get(turns.size() / 2);
    }

    private static void print(int writers, Map<String, Turn> medians) {
        var single = medians.values().iterator().next();
        System.out.printf("%n%d %s%n", writers, writers == 1 ? "writer" : "writers");
        System.out.printf(
                "  %-34s %10s %8s %10s %10s%n", "", "rows/s", "ratio", "p50 ms", "p99 ms");
        medians.forEach((name, turn) ->
                System.out.printf(
                        "  %-34s %10.0f %8.2f %10.2f %10.2f%n",
                        name,
                        turn.rowsPerSecond(),
                        turn.rowsPerSecond() / single.rowsPerSecond(),
                        turn.millis(50),
                        turn.millis(99)));
    }

    private static void delete(Path tree) {
        try (var paths = Files.walk(tree)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
