package varve.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static varve.testkit.Eventually.eventually;

import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class TestPostgresTest {

    @Test
    void every_database_is_empty_and_apart_from_the_others() throws SQLException {
        try (var first = TestPostgres.database();
                var second = TestPostgres.database()) {
            execute(first, "create table packages (name text)");
            execute(second, "create table packages (name text)");
            execute(first, "insert into packages values ('@luca/flag')");

            assertThat(count(first)).isOne();
            assertThat(count(second)).isZero();
        }
    }

    @Test
    void a_separate_server_goes_away_and_comes_back_with_its_data() throws SQLException {
        var server = TestPostgres.separate();
        try (var database = server.newDatabase()) {
            execute(database, "create table packages (name text)");
            execute(database, "insert into packages values ('@luca/flag')");

            server.stop();
            assertThatThrownBy(() -> count(database)).isInstanceOf(SQLException.class);

            server.start();
            eventually(Duration.ofSeconds(20), () -> assertThat(countOrMinusOne(database)).isOne());
        } finally {
            server.stop();
        }
    }

    private static int countOrMinusOne(DataSource database) {
        try {
            return count(database);
        } catch (SQLException _) {
            return -1;
        }
    }

    private static int count(DataSource database) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from packages")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void execute(DataSource database, String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
