package varve.eventlog;

import java.time.Duration;
import java.util.List;

/// How a log is kept. {@link #defaults()} suits one node of any size.
///
/// @param queue appends that may wait for the appender; further ones wait at most `patience`
/// @param patience how long an append may wait for room, and then again for its outcome
/// @param batch facts a projection takes in within one transaction
/// @param cachedStates streams whose state is kept in memory
/// @param ring last facts kept in memory for all readers
/// @param upcasters older revisions of stored facts
public record Options(
        int queue,
        Duration patience,
        int batch,
        int cachedStates,
        int ring,
        List<Upcaster> upcasters) {

    public Options {
        upcasters = List.copyOf(upcasters);
    }

    public static Options defaults() {
        return new Options(4096, Duration.ofSeconds(10), 200, 20_000, 8192, OldShapes.ALL);
    }

    public Options withUpcasters(List<Upcaster> upcasters) {
        return new Options(queue, patience, batch, cachedStates, ring, upcasters);
    }
}
