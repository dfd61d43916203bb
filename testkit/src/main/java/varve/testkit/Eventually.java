package varve.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/// Waits for what another thread or process will bring about.
public final class Eventually {
    private static final long PAUSE_NANOS = 10_000_000;

    private Eventually() {}

    /// Repeats the assertion until it holds. What it threw last is thrown when `atMost` has passed.
    public static void eventually(Duration atMost, Runnable assertion) {
        var deadline = Instant.now().plus(atMost);
        while (true) {
            try {
                assertion.run();
                return;
            } catch (AssertionError | RuntimeException e) {
                if (Instant.now().isAfter(deadline)) {
                    throw e;
                }
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }
}
