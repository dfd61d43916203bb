package varve.eventlog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.SerializationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import varve.contract.Event;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.eventlog.postgres.LogUnavailable;

/// States of streams, folded from the log. The most recently used are remembered; what is
/// remembered may be old, because other nodes append too, so {@link #present} asks the log for what
/// came after.
final class Streams implements States {
    private static final Logger LOG = LoggerFactory.getLogger(Streams.class);

    private final EventStore store;
    private final Map<String, Known<?>> memory;

    /// The state after the fact with this sequence, -1 before the first.
    record Known<S>(S state, long sequence) {}

    Streams(EventStore store, int remembered) {
        this.store = store;
        this.memory = Collections.synchronizedMap(new LeastRecentlyUsed(remembered));
    }

    @SuppressWarnings("serial")
    private static final class LeastRecentlyUsed extends LinkedHashMap<String, Known<?>> {
        private final int limit;

        LeastRecentlyUsed(int limit) {
            super(16, 0.75f, true);
            this.limit = limit;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known<?>> eldest) {
            return size() > limit;
        }
    }

    @Override
    public <S> S of(Subject<S, ?, ?> subject, String stream) {
        try {
            return present(subject, stream).state();
        } catch (LogUnavailable e) {
            LOG.warn("{} cannot be read: {}", stream, e.getMessage());
            throw new Refused(new Refusal.Unavailable("event log"));
        }
    }

    /// What is remembered of a stream, possibly old.
    @SuppressWarnings("unchecked") // a stream's name begins with its subject's
    <S> @Nullable Known<S> remembered(String stream) {
        return (Known<S>) memory.get(stream);
    }

    void remember(String stream, Known<?> known) {
        memory.merge(
                stream, known, (old, young) -> old.sequence() > young.sequence() ? old : young);
    }

    void forget(String stream) {
        memory.remove(stream);
    }

    /// The state after every fact committed before this call.
    <S> Known<S> present(Subject<S, ?, ?> subject, String stream) {
        Known<S> remembered = remembered(stream);
        var known =
                remembered == null
                        ? fromStart(subject, stream)
                        : fold(
                                subject,
                                remembered,
                                store.readEvents(stream, remembered.sequence() + 1));
        remember(stream, known);
        return known;
    }

    private <S> Known<S> fromStart(Subject<S, ?, ?> subject, String stream) {
        var nothing = new Known<>(subject.initial(), -1);
        if (subject.snapshotEvery() > 0) {
            try {
                return fold(subject, nothing, store.readEvents(stream));
            } catch (SerializationException e) {
                LOG.warn("passing over the snapshot of {}: {}", stream, e.toString());
            }
        }
        return fold(subject, nothing, store.readEvents(stream, 0));
    }

    private static <S, E extends Event> Known<S> fold(
            Subject<S, ?, E> subject, Known<S> start, DomainEventStream messages) {
        var known = start;
        while (messages.hasNext()) {
            var message = messages.next();
            known =
                    new Known<>(
                            subject.stateType().isInstance(message.getPayload())
                                    ? subject.stateType().cast(message.getPayload())
                                    : evolve(subject, known.state(), Facts.event(message)),
                            message.getSequenceNumber());
        }
        return known;
    }

    @SuppressWarnings("unchecked") // only this subject's decisions are appended to its streams
    static <S, E extends Event> S evolve(Subject<S, ?, E> subject, S state, Event event) {
        return subject.evolve(state, (E) event);
    }
}
