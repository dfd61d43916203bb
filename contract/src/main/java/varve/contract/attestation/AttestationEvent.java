package varve.contract.attestation;

import varve.contract.Event;

/// What happened to an attestation.
public sealed interface AttestationEvent extends Event {
    /// Comes before the publication of the version, if that follows.
    record VersionAttested(Attestation attestation) implements AttestationEvent {
        @Override
        public String stream() {
            return attestation.stream();
        }
    }
}
