package varve.contract;

import java.time.Duration;

/// Tells when facts are known wherever somebody may ask: in the tables that answers come from, and
/// to every node that has to keep from others what was closed.
///
/// @param doors whoever lets people in
public record Arrival(ReadBack tables, ReadBack doors) {
    /// Header of an answer for which the wait was in vain: the facts are in the log, but what is
    /// shown may be older.
    public static final String HEADER = "Varve-Read-Back";

    public static final String PENDING = "pending";

    /// Waits until the fact at this position is known. Doors are waited for no longer than {@link
    /// ReadBack#PATIENCE}: a node that has lost the database hears of nothing.
    ///
    /// @return false when the time was up first
    public boolean await(long position, Duration atMost) {
        return tables.await(position, atMost) && doors.await(position, shorter(atMost));
    }

    private static Duration shorter(Duration atMost) {
        return atMost.compareTo(ReadBack.PATIENCE) < 0 ? atMost : ReadBack.PATIENCE;
    }
}
