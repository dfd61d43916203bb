package varve.command.downloads;

import java.util.List;
import varve.command.Rules;
import varve.contract.downloads.DownloadsCommand;
import varve.contract.downloads.DownloadsCommand.AddDownloads;
import varve.contract.downloads.DownloadsEvent;
import varve.contract.downloads.DownloadsEvent.DownloadsAdded;
import varve.eventlog.Subject;

/// A batch of counts, which is added once.
public enum Batch {
    OPEN,
    ADDED;

    public static final Subject<Batch, DownloadsCommand, DownloadsEvent> SUBJECT =
            Rules.of("downloads", Batch.class, OPEN, Batch::decide, Batch::on);

    List<DownloadsEvent> decide(DownloadsCommand command) {
        return switch (command) {
            case AddDownloads(var batch, var day, var taken) ->
                    this == ADDED ? List.of() : List.of(new DownloadsAdded(batch, day, taken));
        };
    }

    Batch on(DownloadsEvent event) {
        return switch (event) {
            case DownloadsAdded _ -> ADDED;
        };
    }
}
