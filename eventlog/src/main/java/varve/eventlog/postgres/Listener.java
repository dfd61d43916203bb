package varve.eventlog.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hears of what other nodes append, on a connection of its own. What it misses while it has none,
/// the tail finds by looking.
final class Listener implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);
    private static final int LONGEST_SILENCE_MILLIS = 5_000;

    private final OwnConnections connections;
    private final LongConsumer noticed;
    private final Thread thread;
    private volatile boolean closed;
    private volatile @Nullable Connection connection;

    /// @param noticed told the position of the last fact of each append
    Listener(OwnConnections connections, LongConsumer noticed) {
        this.connections = connections;
        this.noticed = noticed;
        thread = Thread.ofPlatform().name("varve-log-listener").daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    private void run() {
        while (!closed) {
            try (var open = connections.open("varve log listener")) {
                connection = open;
                listen(open);
            } catch (SQLException e) {
                LOG.debug("not listening at the moment", e);
                pause();
            }
        }
    }

    private void listen(Connection open) throws SQLException {
        try (var listen = open.createStatement()) {
            listen.execute("listen " + EventInsert.CHANNEL);
        }
        var postgres = open.unwrap(PGConnection.class);
        while (!closed) {
            var notifications = postgres.getNotifications(LONGEST_SILENCE_MILLIS);
            if (notifications != null && notifications.length > 0) {
                noticed.accept(
                        Long.parseLong(notifications[notifications.length - 1].getParameter()));
            } else if (!open.isValid(2)) {
                throw new SQLException("the connection has died in silence", "08006");
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(Duration.ofMillis(500));
        } catch (InterruptedException _) {
            closed = true;
        }
    }

    @Override
    public void close() {
        closed = true;
        OwnConnections.close(connection);
        thread.interrupt();
    }
}
