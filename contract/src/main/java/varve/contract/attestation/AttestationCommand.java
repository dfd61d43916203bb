package varve.contract.attestation;

import varve.contract.Command;

/// Wishes about attestations.
public sealed interface AttestationCommand extends Command {
    /// It was looked at and is on the shelf already.
    record AttestVersion(Attestation attestation) implements AttestationCommand {
        @Override
        public String stream() {
            return attestation.stream();
        }
    }
}
