package varve.contract.downloads;

import java.util.List;
import java.util.UUID;
import varve.contract.Command;

/// Wishes about counts.
public sealed interface DownloadsCommand extends Command {
    UUID batch();

    @Override
    default String stream() {
        return "downloads:" + batch();
    }

    /// Adds what one node counted on one day.
    ///
    /// @param batch names it, so that it counts once however often it is sent
    /// @param day in UTC, for example `2026-11-21`
    record AddDownloads(UUID batch, String day, List<Taken> taken) implements DownloadsCommand {
        public AddDownloads {
            taken = List.copyOf(taken);
        }
    }
}
