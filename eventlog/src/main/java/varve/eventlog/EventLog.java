package varve.eventlog;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.axonframework.config.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import varve.eventlog.postgres.LogSchema;
import varve.eventlog.postgres.PostgresEventStore;

/// The log and everything that runs on it: commands are decided and appended, projections read.
public final class EventLog implements AutoCloseable {
    private static final Duration STOP = Duration.ofMillis(1200);
    private static final Duration LONGEST_REPLAY = Duration.ofHours(24);

    private final PostgresEventStore store;
    private final Configuration axon;
    private final PatientTransactions transactions;
    private final Checkpoints checkpoints;
    private final Map<String, Reader> readers;
    private final ThreadPoolExecutor snapshots;
    private final Streams streams;
    private final DeadLetters deadLetters;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EventLog(Wiring wiring, List<Subject<?, ?, ?>> subjects, List<Projection> projections) {
        store = wiring.store();
        axon = wiring.axon();
        transactions = wiring.transactions();
        checkpoints = wiring.checkpoints();
        streams = wiring.streams();
        snapshots =
                new ThreadPoolExecutor(
                        0,
                        1,
                        10,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(64),
                        Thread.ofVirtual().name("varve-log-snapshots").factory(),
                        new ThreadPoolExecutor.DiscardPolicy());
        for (var subject : subjects) {
            wiring.handle(subject, snapshots);
        }
        readers =
                projections.stream()
                        .map(wiring::reader)
                        .collect(Collectors.toUnmodifiableMap(Reader::name, Function.identity()));
        deadLetters = new LogDeadLetters(wiring.jdbc(), this::reader);
    }

    /// Creates or migrates the log's tables, which needs the database to be there. Nothing is read
    /// before {@link #start()}.
    ///
    /// @param transactions of the same data source, with savepoints
    public static EventLog open(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            List<Subject<?, ?, ?>> subjects,
            List<Projection> projections,
            Options options) {
        LogSchema.migrate(dataSource);
        return new EventLog(
                Wiring.of(dataSource, transactions, subjects, options), subjects, projections);
    }

    /// Starts the projections, in the background should the database be away.
    public void start() {
        axon.start();
        store.start();
        readers.values().forEach(Reader::start);
    }

    /// Stops within two seconds, whatever is going on. What was not committed is done again.
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        transactions.close();
        var stopping =
                readers.values().stream()
                        .collect(Collectors.toMap(Function.identity(), Reader::stop));
        long deadline = System.nanoTime() + STOP.toNanos();
        stopping.forEach((reader, stopped) ->
                reader.awaitStop(
                        stopped, Duration.ofNanos(Math.max(0, deadline - System.nanoTime()))));
        snapshots.shutdownNow();
        store.close();
        axon.shutdown();
    }

    public Commands commands() {
        return new LogCommands(axon.commandBus(), store);
    }

    public States states() {
        return streams;
    }

    /// Position of the last fact.
    public long head() {
        return store.head();
    }

    /// Tells of every fact that is appended from now on, by whichever node, in log order. Whatever
    /// is thrown is written down and forgotten.
    public void follow(Consumer<Fact> heard) {
        Thread.ofVirtual()
                .name("varve-log-follower")
                .start(new Follower(store, heard, closed::get));
    }

    /// Up to where a projection has read, 0 if it has not begun.
    public long position(String projection) {
        return checkpoints.position(projection);
    }

    /// Waits until a projection has read up to a position, on whichever node.
    ///
    /// @return false when it did not in time
    public boolean await(String projection, long position, Duration atMost) {
        return checkpoints.await(projection, position, atMost);
    }

    /// Drops all that a projection has derived and lets it read everything again. Returns when it
    /// has read what was there at the time of the call.
    public void rebuild(String projection) {
        long head = head();
        reader(projection).restart();
        if (!await(projection, head, LONGEST_REPLAY)) {
            throw new IllegalStateException(projection + " was not rebuilt to " + head);
        }
    }

    /// Appends that wait on this node.
    public int waiting() {
        return store.waiting();
    }

    /// Told how long each append on this node took, in nanoseconds.
    public void timed(LongConsumer nanos) {
        store.timed(nanos);
    }

    public DeadLetters deadLetters() {
        return deadLetters;
    }

    private Reader reader(String projection) {
        var reader = readers.get(projection);
        if (reader == null) {
            throw new IllegalArgumentException("no projection is named " + projection);
        }
        return reader;
    }
}
