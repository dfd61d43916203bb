package varve.command.attestation;

import java.util.List;
import varve.command.Rules;
import varve.contract.attestation.AttestationCommand;
import varve.contract.attestation.AttestationCommand.AttestVersion;
import varve.contract.attestation.AttestationEvent;
import varve.contract.attestation.AttestationEvent.VersionAttested;
import varve.eventlog.Subject;

/// Whether something is attested of a tarball; once is enough.
public record Attested(boolean so) {
    public static final Subject<Attested, AttestationCommand, AttestationEvent> SUBJECT =
            Rules.of(
                    "attestation",
                    Attested.class,
                    new Attested(false),
                    Attested::decide,
                    (_, _) -> new Attested(true));

    List<AttestationEvent> decide(AttestationCommand command) {
        return switch (command) {
            case AttestVersion(var attestation) ->
                    so ? List.of() : List.of(new VersionAttested(attestation));
        };
    }
}
