package varve.contract.downloads;

import java.util.List;
import java.util.UUID;
import varve.contract.Event;

/// What happened to counts.
public sealed interface DownloadsEvent extends Event {
    UUID batch();

    @Override
    default String stream() {
        return "downloads:" + batch();
    }

    /// So often were versions taken on one day, besides what was added before.
    ///
    /// @param day in UTC, for example `2026-11-21`
    record DownloadsAdded(UUID batch, String day, List<Taken> taken) implements DownloadsEvent {
        public DownloadsAdded {
            taken = List.copyOf(taken);
        }
    }
}
