package varve.eventlog.postgres;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStorageEngine;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/// Axon's port to the tables. Positions have no gaps, so a token is a number and a reader that
/// remembers the last one misses nothing.
final class PostgresStorageEngine extends AbstractEventStorageEngine {
    /// Under this name the unit of work learns the position of the last fact it appended.
    static final String POSITION = PostgresStorageEngine.class.getName() + ".position";

    private static final int PAGE = 500;

    private final EventRows rows;
    private final Appender appender;

    private PostgresStorageEngine(Builder builder, EventRows rows, Appender appender) {
        super(builder);
        this.rows = rows;
        this.appender = appender;
    }

    private static final class Builder extends AbstractEventStorageEngine.Builder {}

    static PostgresStorageEngine over(
            EventRows rows,
            Appender appender,
            Serializer serializer,
            SnapshotFilter readableSnapshots) {
        var builder = new Builder();
        builder.eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .snapshotFilter(readableSnapshots);
        return new PostgresStorageEngine(builder, rows, appender);
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        var facts = events.stream().map(event -> Row.of(event, serializer)).toList();
        try {
            long last = appender.append(facts);
            CurrentUnitOfWork.ifStarted(work -> work.resources().put(POSITION, last));
        } catch (Conflict e) {
            if (facts.getFirst().sequence() == 0) {
                throw new AggregateStreamCreationException(e.getMessage(), e);
            }
            throw new ConcurrencyException(e.getMessage(), e);
        }
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readEventData(String stream, long first) {
        return rows.ofStream(stream, first).stream();
    }

    @Override
    protected Stream<? extends TrackedEventData<?>> readEventData(
            @Nullable TrackingToken token, boolean mayBlock) {
        return rows.after(position(token), PAGE).stream();
    }

    long head() {
        return rows.head();
    }

    List<? extends TrackedEventMessage<?>> after(long position) {
        return readEvents(new GlobalSequenceTrackingToken(position), false).toList();
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String stream) {
        return rows.snapshot(stream).stream();
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        rows.keepSnapshot(Row.of(snapshot, serializer));
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String stream) {
        return rows.lastSequence(stream);
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(rows.head());
    }

    @Override
    public TrackingToken createTokenAt(Instant at) {
        return new GlobalSequenceTrackingToken(rows.before(at));
    }

    /// The position a token stands for, 0 for the beginning.
    static long position(@Nullable TrackingToken token) {
        return token instanceof GlobalSequenceTrackingToken at ? at.getGlobalIndex() : 0;
    }
}
