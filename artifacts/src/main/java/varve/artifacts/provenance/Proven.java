package varve.artifacts.provenance;

import java.time.Instant;

/// What a bundle proves.
///
/// @param predicateType what kind of statement it is
/// @param issuer whose word about the job was taken
/// @param identity the job's workflow, an address
/// @param repository of the sources; empty when the certificate does not say
/// @param commit of the sources; empty when the certificate does not say
/// @param loggedAt when it was signed, by the log's word
/// @param rootSha256 of the trusted root it was looked at with
public record Proven(
        String predicateType,
        String issuer,
        String identity,
        String repository,
        String commit,
        long logIndex,
        Instant loggedAt,
        String rootSha256) {}
