package varve.eventlog.postgres;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Follows the log as it grows and wakes its readers. What this node commits comes from memory;
/// what others commit is fetched when a notification, or a look once a second, says that it is
/// there.
///
/// Invariant: the ring grows by exactly the next position, whoever brings it.
final class Tail implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Tail.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Ring ring;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private final Condition behind = lock.newCondition();
    private final Set<Runnable> readers = ConcurrentHashMap.newKeySet();
    private @Nullable Thread thread;
    private long seen;
    private volatile boolean closed;

    /// @param head where the log ends now
    Tail(long head, int ringSize) {
        seen = head;
        ring = new Ring(ringSize, head);
    }

    /// Begins to fetch what other nodes commit.
    void follow(PostgresStorageEngine log) {
        thread = Thread.ofPlatform().name("varve-log-tail").daemon().start(() -> run(log));
    }

    Ring ring() {
        return ring;
    }

    /// This node has committed rows after the position `base`.
    void committed(long base, List<Row> rows) {
        lock.lock();
        try {
            seen = Math.max(seen, base + rows.size());
            if (base == ring.head()) {
                long position = base;
                for (var row : rows) {
                    ring.put(tracked(++position, row));
                }
                grown.signalAll();
            } else {
                behind.signal();
                return;
            }
        } finally {
            lock.unlock();
        }
        readers.forEach(Runnable::run);
    }

    /// Somebody has committed up to here.
    void noticed(long position) {
        lock.lock();
        try {
            seen = Math.max(seen, position);
            if (ring.head() < seen) {
                behind.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    void addReader(Runnable wake) {
        readers.add(wake);
    }

    void removeReader(Runnable wake) {
        readers.remove(wake);
    }

    /// Waits until there is something after this position.
    boolean awaitAfter(long position, long nanos) throws InterruptedException {
        long left = nanos;
        lock.lockInterruptibly();
        try {
            while (ring.head() <= position && left > 0) {
                left = grown.awaitNanos(left);
            }
            return ring.head() > position;
        } finally {
            lock.unlock();
        }
    }

    private static TrackedEventMessage<?> tracked(long position, Row row) {
        return new GenericTrackedDomainEventMessage<>(
                new GlobalSequenceTrackingToken(position), row.message());
    }

    private void run(PostgresStorageEngine log) {
        while (!closed) {
            try {
                if (!awaitBehind()) {
                    noticed(log.head());
                }
                while (!closed && isBehind() && fetch(log)) {
                    // until nothing is missing
                }
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException e) {
                LOG.debug("the log cannot be followed at the moment", e);
                pause();
            }
        }
    }

    private boolean awaitBehind() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = LOOK.toNanos();
            while (left > 0 && ring.head() >= seen) {
                left = behind.awaitNanos(left);
            }
            return ring.head() < seen;
        } finally {
            lock.unlock();
        }
    }

    private boolean isBehind() {
        lock.lock();
        try {
            return ring.head() < seen;
        } finally {
            lock.unlock();
        }
    }

    private boolean fetch(PostgresStorageEngine log) {
        var messages = log.after(ring.head());
        boolean any = false;
        lock.lock();
        try {
            for (var message : messages) {
                // the appender may have put some of them meanwhile
                if (PostgresStorageEngine.position(message.trackingToken()) == ring.head() + 1) {
                    ring.put(message);
                    any = true;
                }
            }
            grown.signalAll();
        } finally {
            lock.unlock();
        }
        if (any) {
            readers.forEach(Runnable::run);
        }
        return !messages.isEmpty();
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(250));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        if (thread != null) {
            thread.interrupt();
        }
    }
}
