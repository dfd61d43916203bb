package varve.contract;

import java.time.Duration;

/// Tells when facts have reached the tables that answers come from.
public interface ReadBack {
    /// How long whoever has made a wish waits for that at most.
    Duration PATIENCE = Duration.ofSeconds(2);

    /// Waits until the fact at this position can be read.
    ///
    /// @return false when the time was up first
    boolean await(long position, Duration atMost);
}
