package varve.testkit;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import varve.embedded.EmbeddedPostgres;

/// PostgreSQL for tests: one server for the whole run, one empty database for whoever asks.
public final class TestPostgres {
    private static final int SESSIONS = 400;
    private static final int POOL = 16;
    private static final long MILLIS_TO_CONNECT = 5_000;
    private static final String PREFIX = "test_";

    private final TestServer<EmbeddedPostgres> server;

    private TestPostgres() {
        var settings = new EmbeddedPostgres.Settings(false, SESSIONS, Slots.cache());
        server =
                TestServer.start(
                        "postgres",
                        home -> EmbeddedPostgres.start(home, settings),
                        (started, _) -> dropDatabasesOfEarlierRuns(started));
    }

    private static final class Shared {
        static final TestPostgres POSTGRES = new TestPostgres();
    }

    /// A fresh empty database of the shared server. The caller closes the pool, or leaves that to
    /// the end of the run.
    public static HikariDataSource database() {
        return Shared.POSTGRES.newDatabase();
    }

    /// A server of its own, which a test may stop and start again.
    public static TestPostgres separate() {
        return new TestPostgres();
    }

    /// A fresh empty database of any server, such as one in a container; the user must be allowed
    /// to create it.
    public static HikariDataSource databaseOn(String jdbcUrl, String user, String password) {
        var name = PREFIX + UUID.randomUUID().toString().replace("-", "");
        try (var connection = DriverManager.getConnection(jdbcUrl, user, password)) {
            execute(connection, "create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        var pool = new HikariConfig();
        pool.setJdbcUrl(jdbcUrl.replaceFirst("/[^/?]*(?=\\?|$)", "/" + name));
        pool.setUsername(user);
        pool.setPassword(password);
        pool.setMaximumPoolSize(POOL);
        pool.setMinimumIdle(0);
        pool.setConnectionTimeout(MILLIS_TO_CONNECT);
        return new HikariDataSource(pool);
    }

    /// A fresh empty database of this server.
    public HikariDataSource newDatabase() {
        var running = server.running();
        return databaseOn(running.jdbcUrl(), running.user(), running.password());
    }

    /// Ends every session; the data stay. Pools handed out keep their address and recover after
    /// {@link #start}.
    public void stop() {
        server.stop();
    }

    /// Starts it again under the same address.
    public void start() {
        server.startAgain();
    }

    private static void dropDatabasesOfEarlierRuns(EmbeddedPostgres server) {
        try (var connection =
                DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password())) {
            for (var name : databasesOfEarlierRuns(connection)) {
                execute(connection, "drop database " + name);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> databasesOfEarlierRuns(Connection connection) throws SQLException {
        var names = new ArrayList<String>();
        try (var select =
                connection.prepareStatement(
                        "select datname from pg_database where starts_with(datname, ?)")) {
            select.setString(1, PREFIX);
            var rows = select.executeQuery();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
