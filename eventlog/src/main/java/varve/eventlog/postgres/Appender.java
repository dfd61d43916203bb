package varve.eventlog.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.LongConsumer;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Group commit: threads hand over what they want appended and wait; one thread per node writes
/// what has gathered in one statement and one commit. The more callers, the more facts per commit.
final class Appender implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Appender.class);
    private static final int MOST_ROWS = 512;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final OwnConnections connections;
    private final BiConsumer<Long, List<Row>> committed;
    private final BlockingQueue<Append> queue;
    private final Duration patience;
    private final Thread thread;
    private volatile boolean closed;
    private volatile LongConsumer timed = _ -> {};
    private @Nullable Connection connection;

    /// @param committed told the position before, and the rows, after each commit, in log order
    Appender(
            OwnConnections connections,
            int queue,
            Duration patience,
            BiConsumer<Long, List<Row>> committed) {
        this.connections = connections;
        this.committed = committed;
        this.queue = new ArrayBlockingQueue<>(queue);
        this.patience = patience;
        thread = Thread.ofPlatform().name("varve-log-appender").daemon().start(this::run);
    }

    /// @return position of the last fact
    /// @throws Conflict when a stream has moved on
    /// @throws LogUnavailable when PostgreSQL is away or too slow
    long append(List<Row> rows) {
        long begun = System.nanoTime();
        var append = new Append(rows, begun + patience.toNanos());
        try {
            if (closed || !queue.offer(append, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new LogUnavailable(closed ? "the log is closed" : "too many appends wait");
            }
            long last = await(append);
            timed.accept(System.nanoTime() - begun);
            return last;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LogUnavailable(
                    append.withdraw() ? "interrupted" : "interrupted, outcome unknown", e);
        }
    }

    private long await(Append append) throws InterruptedException {
        try {
            return append.outcome().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            if (append.withdraw()) {
                throw new LogUnavailable("no append within " + patience);
            }
        } catch (ExecutionException e) {
            throw unwrapped(e);
        }
        // taken: the appender answers soon after the deadline, whatever it finds
        try {
            return append.outcome().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new LogUnavailable("no answer from PostgreSQL, outcome unknown", e);
        } catch (ExecutionException e) {
            throw unwrapped(e);
        }
    }

    void timed(LongConsumer nanos) {
        timed = nanos;
    }

    int waiting() {
        return queue.size();
    }

    private static RuntimeException unwrapped(ExecutionException e) {
        return e.getCause() instanceof RuntimeException cause ? cause : new CompletionException(e);
    }

    private void run() {
        while (!closed || !queue.isEmpty()) {
            var batch = List.<Append>of();
            try {
                batch = gather();
                if (!batch.isEmpty()) {
                    write(batch);
                }
            } catch (InterruptedException _) {
                closed = true;
            } catch (RuntimeException e) {
                LOG.error("appending failed", e);
                batch.forEach(append -> append.fail(e));
                dropConnection();
            }
        }
        var unavailable = new LogUnavailable("the log is closed");
        queue.forEach(append -> append.fail(unavailable));
        dropConnection();
    }

    private List<Append> gather() throws InterruptedException {
        var batch = new ArrayList<Append>();
        int rows = 0;
        var next = queue.poll(100, TimeUnit.MILLISECONDS);
        while (next != null) {
            if (next.take()) {
                batch.add(next);
                rows += next.rows().size();
            }
            next = rows < MOST_ROWS ? queue.poll() : null;
        }
        return batch;
    }

    private void write(List<Append> batch) throws InterruptedException {
        Connection open;
        try {
            open = connection();
        } catch (SQLException e) {
            batch.forEach(append -> append.fail(new LogUnavailable("PostgreSQL is away", e)));
            return;
        }
        try {
            var rows = batch.stream().flatMap(append -> append.rows().stream()).toList();
            long base = EventInsert.write(open, rows);
            committed.accept(base, rows);
            succeed(batch, base);
        } catch (SQLException e) {
            recover(batch, e);
        }
    }

    static void succeed(List<Append> written, long base) {
        long position = base;
        for (var append : written) {
            position += append.rows().size();
            append.succeed(position);
        }
    }

    private void recover(List<Append> batch, SQLException cause) throws InterruptedException {
        if (SqlStates.isDuplicate(cause) || SqlStates.isConnectionLoss(cause)) {
            settle(batch, cause);
        } else if (SqlStates.isTransient(cause)) {
            batch.forEach(append -> append.fail(new LogUnavailable("PostgreSQL refused", cause)));
        } else {
            settleAlone(batch, cause);
        }
    }

    /// One of them cannot be stored at all: the others shall not suffer.
    private void settleAlone(List<Append> batch, SQLException cause) throws InterruptedException {
        if (batch.size() == 1) {
            batch.getFirst().fail(new EventStoreException("cannot be stored", cause));
            return;
        }
        for (var append : batch) {
            settle(List.of(append), cause);
        }
    }

    private void settle(List<Append> batch, SQLException cause) throws InterruptedException {
        long deadline = batch.stream().mapToLong(Append::deadline).max().orElseThrow();
        var last = cause;
        while (System.nanoTime() < deadline && !closed) {
            try {
                if (SqlStates.isConnectionLoss(last)) {
                    dropConnection();
                }
                new Settlement(connection(), committed).settle(batch);
                return;
            } catch (SQLException e) {
                dropConnection();
                if (!SqlStates.isTransient(e)) {
                    settleAlone(batch, e);
                    return;
                }
                last = e;
                Thread.sleep(PAUSE);
            }
        }
        LOG.error("{} appends with unknown outcome", batch.size(), last);
        var unknown = new LogUnavailable("PostgreSQL went away, outcome unknown", last);
        batch.forEach(append -> append.fail(unknown));
        dropConnection();
    }

    private Connection connection() throws SQLException {
        var open = connection;
        if (open == null || open.isClosed()) {
            open = connections.open("varve log appender");
            connection = open;
        }
        return open;
    }

    private void dropConnection() {
        OwnConnections.close(connection);
        connection = null;
    }

    /// Writes what waits, within half a second.
    @Override
    public void close() {
        closed = true;
        try {
            if (!thread.join(Duration.ofMillis(500))) {
                thread.interrupt();
                OwnConnections.close(connection);
                thread.join(Duration.ofMillis(200));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
