package varve.gateway.access;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/// So many requests within a minute, all at once or evenly: each takes up a share of the minute,
/// and shares come back as time passes.
final class Allowance {
    static final Duration WINDOW = Duration.ofMinutes(1);

    private final int limit;
    private final long share;

    /// When all shares will have come back, on the clock of `System.nanoTime()`.
    private final AtomicLong full = new AtomicLong(System.nanoTime());

    Allowance(int limit) {
        this.limit = limit;
        this.share = WINDOW.toNanos() / limit;
    }

    /// What is left after a request.
    ///
    /// @param remaining requests; -1 when there was none left for this one
    /// @param fullIn when all have come back
    /// @param nextIn when one has come back
    record Taken(String policy, int limit, long remaining, Duration fullIn, Duration nextIn) {}

    Taken take(String policy) {
        long now = System.nanoTime();
        while (true) {
            long before = full.get();
            long start = before - now > 0 ? before : now;
            long after = start + share;
            long left = WINDOW.toNanos() - (after - now);
            if (left < 0) {
                return taken(policy, -1, start - now, -left);
            }
            if (full.compareAndSet(before, after)) {
                return taken(policy, left / share, after - now, share);
            }
        }
    }

    private Taken taken(String policy, long remaining, long fullIn, long nextIn) {
        return new Taken(
                policy, limit, remaining, Duration.ofNanos(fullIn), Duration.ofNanos(nextIn));
    }
}
