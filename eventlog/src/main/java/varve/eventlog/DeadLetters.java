package varve.eventlog;

import java.time.Instant;
import java.util.List;

/// Facts a projection could not take in, each with the later facts of its stream behind it.
public interface DeadLetters {
    /// One fact that waits.
    ///
    /// @param cause why the first of the stream failed; empty for those that only wait behind it
    record DeadLetter(
            String projection,
            String stream,
            long sequence,
            String eventId,
            Instant since,
            String cause) {}

    /// Oldest first, at most 1 000.
    List<DeadLetter> list();

    long size();

    /// Offers every stream that waits to its projection again, oldest first, until one fails again.
    ///
    /// @return how many facts were taken in
    int retry(String projection);
}
