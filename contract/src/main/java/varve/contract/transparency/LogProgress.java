package varve.contract.transparency;

import java.time.Duration;

/// Tells when facts have got their leaves.
public interface LogProgress {
    /// Waits until the fact at this position is in the transparency log.
    ///
    /// @return false when the time was up first
    boolean await(long position, Duration atMost);
}
