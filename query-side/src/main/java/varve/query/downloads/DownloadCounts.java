package varve.query.downloads;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.pkg.PackageRef;

/// How often a package was taken, under its own name and under its name at `@jsr`.
@Component
public class DownloadCounts {
    private static final int WEEKS = 13;
    private static final String TAKEN =
            """
            select least((:today - day) / 7, :weeks) as ago, sum(times)::bigint as times
            from varve_read.download where name in (:name, :npmName) group by 1
            """;

    /// @param ever since the package exists
    /// @param weeks how often in each of the last thirteen spans of seven days, oldest first; the
    ///   last ends today
    public record Counts(long ever, List<Long> weeks) {
        public static final Counts NONE = new Counts(0, Collections.nCopies(WEEKS, 0L));

        public long lastWeek() {
            return weeks.getLast();
        }

        public long most() {
            return Collections.max(weeks);
        }
    }

    private final JdbcClient db;
    private final Clock clock;

    DownloadCounts(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    public Counts of(PackageRef pkg) {
        var weeks = new ArrayList<>(Collections.nCopies(WEEKS + 1, 0L));
        db.sql(TAKEN)
                .param("today", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("weeks", WEEKS)
                .param("name", pkg.text())
                .param("npmName", pkg.npmName())
                .query(row -> {
                    weeks.set(WEEKS - Math.max(0, row.getInt("ago")), row.getLong("times"));
                });
        long ever = weeks.stream().mapToLong(Long::longValue).sum();
        return new Counts(ever, List.copyOf(weeks.subList(1, WEEKS + 1)));
    }
}
