package varve.eventlog.postgres;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.LoggerFactory;

/// Connections beside the pool, for what keeps one for good: the appender and the listener. No wait
/// on them is without end, and a transaction whose client has gone is ended by the server.
final class OwnConnections {
    private static final int CONNECT_SECONDS = 2;
    private static final int ANSWER_SECONDS = 10;

    private final DataSource source;

    OwnConnections(DataSource dataSource) {
        source = unpooled(dataSource);
    }

    private static DataSource unpooled(DataSource dataSource) {
        if (!(dataSource instanceof HikariDataSource pool)) {
            return dataSource;
        }
        if (pool.getJdbcUrl() == null) {
            return pool.getDataSource() == null ? pool : pool.getDataSource();
        }
        var single = new PGSimpleDataSource();
        single.setUrl(pool.getJdbcUrl());
        if (pool.getUsername() != null) {
            single.setUser(pool.getUsername());
            single.setPassword(pool.getPassword());
        }
        return limited(single);
    }

    private static DataSource limited(PGSimpleDataSource source) {
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setLoginTimeout(CONNECT_SECONDS);
        source.setSocketTimeout(ANSWER_SECONDS);
        source.setTcpKeepAlive(true);
        return source;
    }

    Connection open(String name) throws SQLException {
        var connection = source.getConnection();
        try (var settings = connection.createStatement()) {
            settings.execute("set application_name = '" + name + "'");
            settings.execute("set idle_in_transaction_session_timeout = '5s'");
            settings.execute("set lock_timeout = '5s'");
            connection.setAutoCommit(true);
            return connection;
        } catch (SQLException e) {
            close(connection);
            throw e;
        }
    }

    /// Closes also what another thread is waiting on.
    static void close(@Nullable Connection connection) {
        if (connection != null) {
            try {
                Executor here = Runnable::run;
                connection.abort(here);
            } catch (SQLException e) {
                LoggerFactory.getLogger(OwnConnections.class).debug("not closed", e);
            }
        }
    }
}
