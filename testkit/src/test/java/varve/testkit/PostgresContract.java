package varve.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the embedded server and one from elsewhere must have in common.
abstract class PostgresContract {

    abstract HikariDataSource database();

    @Test
    void is_of_the_version_we_build_for() throws SQLException {
        assertThat(ask("show server_version_num")).startsWith("18");
    }

    @Test
    void sorts_by_bytes_and_counts_characters() throws SQLException {
        var names = List.of("b", "A", "ä", "a");
        var sorted =
                ask(
                        "select string_agg(name, '' order by name collate \"C\") from unnest(array['"
                                + String.join("','", names)
                                + "']) name");

        assertThat(sorted).isEqualTo("Aabä");
        assertThat(ask("select length('ä')")).isEqualTo("1");
    }

    private String ask(String sql) throws SQLException {
        try (var pool = database();
                var connection = pool.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
