package varve.acceptance.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import varve.command.work.Leases;
import varve.testkit.TestPostgres;

class LeasesTest {
    /// Makes PostgreSQL run a subquery anew for each row, as it may choose to by itself.
    private static final String EVERY_ROW_ANEW =
            """
            set enable_hashjoin = off; set enable_mergejoin = off; set enable_hashagg = off;
            set enable_sort = off; set enable_material = off; set enable_indexscan = off;
            set enable_bitmapscan = off; set enable_indexonlyscan = off
            """;

    @Test
    void takes_one_job_at_a_time_however_the_database_goes_about_it() throws SQLException {
        try (var pool = TestPostgres.database();
                var connection = pool.getConnection()) {
            var db = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            db.sql(
                            """
                            create table raising (flag int primary key, tries int not null default 0,
                                due timestamptz not null default now(),
                                leased_until timestamptz not null default '-infinity')
                            """)
                    .update();
            db.sql("insert into raising select generate_series(1, 50)").update();
            db.sql(EVERY_ROW_ANEW).update();
            var leases = new Leases(db, "raising", "flag");

            var taken =
                    IntStream.rangeClosed(1, 50)
                            .mapToObj(_ -> leases.take((row, _) -> row.getInt("flag")))
                            .toList();

            assertThat(taken).allMatch(Optional::isPresent).doesNotHaveDuplicates();
            assertThat(leases.take((row, _) -> row.getInt("flag"))).isEmpty();
        }
    }
}
