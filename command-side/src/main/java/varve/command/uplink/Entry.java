package varve.command.uplink;

import java.util.List;
import varve.command.Rules;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.uplink.UpstreamCommand;
import varve.contract.uplink.UpstreamCommand.AdmitTarball;
import varve.contract.uplink.UpstreamEvent;
import varve.contract.uplink.UpstreamEvent.TarballEntered;
import varve.eventlog.Subject;

/// What must be remembered of a version of another registry's: which bytes it had when it first
/// entered. It may be fetched again, but other bytes never enter under its number.
public sealed interface Entry {
    Subject<Entry, UpstreamCommand, UpstreamEvent> SUBJECT =
            Rules.of("upstream", Entry.class, new Outside(), Entry::decide, Entry::on);

    record Outside() implements Entry {}

    record Entered(String integrity) implements Entry {}

    default List<UpstreamEvent> decide(UpstreamCommand command) {
        return switch (command) {
            case AdmitTarball(var tarball) ->
                    switch (this) {
                        case Outside() -> List.of(new TarballEntered(tarball));
                        case Entered(var before) when before.equals(tarball.integrity()) ->
                                List.of();
                        case Entered _ ->
                                throw new Refused(
                                        new Refusal.UpstreamAltered(
                                                tarball.name() + "@" + tarball.version()));
                    };
        };
    }

    default Entry on(UpstreamEvent event) {
        return switch (event) {
            case TarballEntered(var tarball) -> new Entered(tarball.integrity());
        };
    }
}
