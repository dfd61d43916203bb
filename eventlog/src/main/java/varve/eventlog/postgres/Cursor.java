package varve.eventlog.postgres;

import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One reader's place in the log. Takes facts from the ring where it can and from the database
/// where it must. While the database is away it has nothing to give, which is no error: a processor
/// that is told of an error waits ever longer, up to a minute.
final class Cursor implements TrackingEventStream {
    private static final Logger LOG = LoggerFactory.getLogger(Cursor.class);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final PostgresStorageEngine engine;
    private final Tail tail;
    private final @Nullable Pace pace;
    private long position;
    private Iterator<? extends TrackedEventMessage<?>> page = Collections.emptyIterator();
    private @Nullable TrackedEventMessage<?> next;
    private @Nullable Runnable wake;
    private long troubledUntil = System.nanoTime();

    Cursor(PostgresStorageEngine engine, Tail tail, @Nullable Pace pace, long position) {
        this.engine = engine;
        this.tail = tail;
        this.pace = pace;
        this.position = position;
        if (pace != null) {
            pace.opened(position);
        }
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        if (next == null) {
            next = read();
        }
        return Optional.ofNullable(next);
    }

    private @Nullable TrackedEventMessage<?> read() {
        if (pace != null && !pace.allows(position + 1)) {
            return null;
        }
        var message = page.hasNext() ? page.next() : fromRing();
        if (message != null) {
            position = PostgresStorageEngine.position(message.trackingToken());
        }
        return message;
    }

    private @Nullable TrackedEventMessage<?> fromRing() {
        if (position >= tail.ring().head()) {
            return null;
        }
        var message = tail.ring().get(position + 1);
        if (message != null) {
            return message;
        }
        page = fromDatabase();
        return page.hasNext() ? page.next() : null;
    }

    private Iterator<? extends TrackedEventMessage<?>> fromDatabase() {
        if (System.nanoTime() - troubledUntil < 0) {
            return Collections.emptyIterator();
        }
        try {
            return engine.after(position).iterator();
        } catch (LogUnavailable e) {
            LOG.debug("nothing to read at the moment", e);
            troubledUntil = System.nanoTime() + PAUSE_NANOS;
            return Collections.emptyIterator();
        }
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        if (peek().isPresent()) {
            return true;
        }
        return timeout > 0
                && tail.awaitAfter(position, unit.toNanos(timeout))
                && peek().isPresent();
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (!hasNextAvailable(1, TimeUnit.SECONDS)) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
        var message = peek().orElseThrow();
        next = null;
        return message;
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        wake = callback;
        tail.addReader(callback);
        if (pace != null) {
            pace.wake(callback);
        }
        if (position < tail.ring().head()) {
            callback.run();
        }
        return true;
    }

    @Override
    public void close() {
        if (wake != null) {
            tail.removeReader(wake);
        }
    }
}
