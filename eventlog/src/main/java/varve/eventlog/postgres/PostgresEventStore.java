package varve.eventlog.postgres;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/// Axon's event store, with a tail that pushes. Its schema must be there.
public final class PostgresEventStore extends AbstractEventStore implements AutoCloseable {
    private final PostgresStorageEngine engine;
    private final EventRows rows;
    private final Appender appender;
    private final Tail tail;
    private final Listener listener;

    /// What may be kept in memory, and how long may be waited.
    ///
    /// @param queue appends that may wait
    /// @param patience how long one may wait for room, and again for its outcome
    /// @param ring facts kept in memory
    public record Limits(int queue, Duration patience, int ring) {}

    private record Parts(
            PostgresStorageEngine engine,
            EventRows rows,
            Appender appender,
            Tail tail,
            Listener listener) {}

    private static final class Builder extends AbstractEventStore.Builder {}

    private PostgresEventStore(Builder builder, Parts parts) {
        super(builder);
        engine = parts.engine();
        rows = parts.rows();
        appender = parts.appender();
        tail = parts.tail();
        listener = parts.listener();
    }

    public static PostgresEventStore open(
            DataSource dataSource,
            Serializer serializer,
            SnapshotFilter readableSnapshots,
            Limits limits) {
        var rows = new EventRows(new Database(dataSource));
        var connections = new OwnConnections(dataSource);
        var tail = new Tail(rows.head(), limits.ring());
        var appender =
                new Appender(connections, limits.queue(), limits.patience(), tail::committed);
        var engine = PostgresStorageEngine.over(rows, appender, serializer, readableSnapshots);
        var listener = new Listener(connections, tail::noticed);
        var builder = new Builder();
        builder.storageEngine(engine);
        return new PostgresEventStore(builder, new Parts(engine, rows, appender, tail, listener));
    }

    /// Begins to follow what other nodes append.
    public void start() {
        tail.follow(engine);
        listener.start();
    }

    @Override
    public void close() {
        appender.close();
        listener.close();
        tail.close();
    }

    /// Appends that wait for the appender at the moment.
    public int waiting() {
        return appender.waiting();
    }

    /// Told how long each append took that succeeded, from the wish to the answer.
    public void timed(LongConsumer nanos) {
        appender.timed(nanos);
    }

    /// Position of the last fact, by whichever node.
    public long head() {
        return rows.head();
    }

    /// The next facts after a position, read from the database; none at the end.
    public List<? extends TrackedEventMessage<?>> after(long position) {
        return engine.after(position);
    }

    /// Position of the last fact this unit of work has appended, 0 if none.
    public static long appended(UnitOfWork<?> work) {
        return work.<Long>getOrDefaultResource(PostgresStorageEngine.POSITION, 0L);
    }

    public static long position(@Nullable TrackingToken token) {
        return PostgresStorageEngine.position(token);
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken after) {
        return new Cursor(engine, tail, null, position(after));
    }

    /// The log for one processor that reports its progress.
    public StreamableMessageSource<TrackedEventMessage<?>> paced(Pace pace) {
        return new StreamableMessageSource<>() {
            @Override
            public BlockingStream<TrackedEventMessage<?>> openStream(
                    @Nullable TrackingToken after) {
                return new Cursor(engine, tail, pace, position(after));
            }

            @Override
            public TrackingToken createTailToken() {
                return engine.createTailToken();
            }

            @Override
            public TrackingToken createHeadToken() {
                return engine.createHeadToken();
            }

            @Override
            public TrackingToken createTokenAt(Instant at) {
                return engine.createTokenAt(at);
            }
        };
    }
}
