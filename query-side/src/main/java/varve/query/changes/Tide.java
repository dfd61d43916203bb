package varve.query.changes;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import varve.contract.Refused;
import varve.contract.transparency.LogProgress;
import varve.query.transparency.LogProofs;

/// Watches the log grow on behalf of all who listen: one thread asks, however many wait.
@Component
class Tide {
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final LogProgress progress;
    private final LogProofs log;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition rose = lock.newCondition();
    private int waiting;
    private boolean watched;
    private long size;
    private volatile boolean closed;

    Tide(LogProgress progress, LogProofs log) {
        this.progress = progress;
        this.log = log;
    }

    /// Waits until the log is larger than this.
    ///
    /// @return how large it is now, as far as is known here
    long await(long known, Duration atMost) throws InterruptedException {
        long left = atMost.toNanos();
        lock.lockInterruptibly();
        try {
            waiting++;
            watch();
            while (size <= known && left > 0 && !closed) {
                left = rose.awaitNanos(left);
            }
            return Math.max(size, known);
        } finally {
            waiting--;
            lock.unlock();
        }
    }

    boolean isClosed() {
        return closed;
    }

    private void watch() {
        if (!watched && !closed) {
            watched = true;
            Thread.ofVirtual().name("changes-watch").start(this::run);
        }
    }

    private void run() {
        long seen = told();
        while (goesOn(seen)) {
            if (progress.await(seen + 1, LOOK)) {
                seen++;
                while (progress.await(seen + 1, Duration.ZERO)) {
                    seen++;
                }
            }
        }
    }

    /// What was told before may be more than this thread has seen.
    private boolean goesOn(long seen) {
        lock.lock();
        try {
            if (seen > size) {
                size = seen;
                rose.signalAll();
            }
            watched = waiting > 0 && !closed;
            return watched;
        } finally {
            lock.unlock();
        }
    }

    private long told() {
        try {
            return log.told().size();
        } catch (Refused _) {
            return 0; // nothing was told yet, or the shelf is away and will be asked again
        }
    }

    /// Those who listen are let go before the server waits for its last answers.
    @EventListener(ContextClosedEvent.class)
    void close() {
        closed = true;
        lock.lock();
        try {
            rose.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
