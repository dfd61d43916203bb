package varve.contract.attestation;

import java.time.Instant;
import varve.contract.publishing.AttemptId;
import varve.contract.version.VersionRef;

/// A statement about a version that was looked at and found true.
///
/// @param attempt with whose tarball it came
/// @param predicateType what kind of statement it is
/// @param issuer whose word about the job was taken
/// @param identity the job's workflow, an address
/// @param repository of the sources; empty when it is not said
/// @param commit of the sources; empty when it is not said
/// @param logIndex in the public log of signatures
/// @param loggedAt when it was signed, by that log's word
/// @param rootSha256 of the trusted root it was looked at with
public record Attestation(
        VersionRef ref,
        AttemptId attempt,
        String predicateType,
        String issuer,
        String identity,
        String repository,
        String commit,
        long logIndex,
        Instant loggedAt,
        String rootSha256) {
    /// The stream of its history.
    public String stream() {
        return "attestation:" + attempt.text();
    }
}
