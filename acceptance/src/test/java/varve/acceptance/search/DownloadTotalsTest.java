package varve.acceptance.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import varve.query.downloads.DownloadTotals;
import varve.query.downloads.DownloadTotals.Day;
import varve.testkit.TestPostgres;

/// Many packages, some of them secret, and many counts.
class DownloadTotalsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Duration AT_MOST = Duration.ofSeconds(3);
    private static final String TABLES =
            """
            create schema varve_read;
            create table varve_read.package (scope text collate "C", name text collate "C",
                hidden boolean, primary key (scope, name));
            create table varve_read.download (name text collate "C", version text, day date,
                times bigint, primary key (name, day, version));
            create index download_day on varve_read.download (day);
            insert into varve_read.package
                select 'acme', 'p-' || n, n % 10 = 0 from generate_series(1, 6000) n;
            insert into varve_read.package values ('~map', 'map', true), ('~sea', 'sea', false);
            insert into varve_read.download
                select '@acme/p-' || n, '1.' || v, date '2026-11-22', 1
                from generate_series(1, 6000) n, generate_series(1, 5) v;
            insert into varve_read.download
                select '@jsr/acme__p-' || n, '1.0', date '2026-11-21', 1
                from generate_series(1, 6000) n;
            insert into varve_read.download values ('map', '1.0', '2026-11-20', 7),
                ('sea', '1.0', '2026-11-20', 5), ('/x/land', '1.0', '2026-11-20', 3),
                ('sea', '1.0', '2026-11-01', 9);
            analyze;
            """;

    private static DownloadTotals totals;

    @BeforeAll
    static void counts() {
        var db = JdbcClient.create(TestPostgres.database());
        db.sql(TABLES).update();
        totals = new DownloadTotals(db);
    }

    @Test
    void what_is_secret_is_not_counted_and_the_rest_is_counted_at_once() {
        var begun = Instant.now();
        assertThat(totals.byDay(TODAY.minusDays(6), TODAY))
                .containsExactly(
                        new Day(8, TODAY.minusDays(2)),
                        new Day(5400, TODAY.minusDays(1)),
                        new Day(27_000, TODAY));
        assertThat(Duration.between(begun, Instant.now())).isLessThan(AT_MOST);
    }
}
