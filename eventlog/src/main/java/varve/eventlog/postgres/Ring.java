package varve.eventlog.postgres;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/// The last facts, shared by all readers, so that those at the tail do not read the database. One
/// thread at a time puts, any number gets.
final class Ring {
    private final AtomicReferenceArray<@Nullable TrackedEventMessage<?>> slots;
    private volatile long head;

    /// @param head position after which facts will be put
    Ring(int size, long head) {
        slots = new AtomicReferenceArray<>(size);
        this.head = head;
    }

    /// Every fact up to here has been seen, in order.
    long head() {
        return head;
    }

    /// @param message the one right after {@link #head()}
    void put(TrackedEventMessage<?> message) {
        long position = PostgresStorageEngine.position(message.trackingToken());
        if (position != head + 1) {
            throw new IllegalStateException(position + " does not follow " + head);
        }
        slots.set(slot(position), message);
        head = position;
    }

    /// The fact at this position, if it is still here.
    @Nullable TrackedEventMessage<?> get(long position) {
        var message = slots.get(slot(position));
        return message != null
                        && PostgresStorageEngine.position(message.trackingToken()) == position
                ? message
                : null;
    }

    private int slot(long position) {
        return (int) (position % slots.length());
    }
}
