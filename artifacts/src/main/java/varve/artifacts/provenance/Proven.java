package varve.artifacts.provenance;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import varve.contract.attestation.Attestation;
import varve.contract.publishing.AttemptId;
import varve.contract.version.VersionRef;

/// What a bundle proves.
///
/// @param predicateType what kind of statement it is
/// @param issuer whose word about the job was taken
/// @param identity the job's workflow, an address
/// @param repository of the sources; empty when the certificate does not say
/// @param commit of the sources; empty when the certificate does not say
/// @param loggedAt when it was signed, by the log's word; when it came here if the log says nothing
/// @param rootSha256 of the trusted root it was looked at with
public record Proven(
        String predicateType,
        String issuer,
        String identity,
        String repository,
        String commit,
        long logIndex,
        Instant loggedAt,
        String rootSha256) {

    static Proven of(
            Statement statement,
            SigningCertificate certificate,
            long logIndex,
            Instant loggedAt,
            TrustRoot root)
            throws Unproven, GeneralSecurityException {
        return new Proven(
                statement.predicateType(),
                certificate.issuer(),
                certificate.identity(),
                certificate.repository(),
                certificate.commit(),
                logIndex,
                loggedAt,
                root.sha256());
    }

    /// As it is remembered of a version.
    ///
    /// @param attempt with which the version came
    public Attestation about(VersionRef ref, AttemptId attempt) {
        return new Attestation(
                ref,
                attempt,
                predicateType,
                issuer,
                identity,
                repository,
                commit,
                logIndex,
                loggedAt,
                rootSha256);
    }

    /// Whether the workflow is one of this repository's: its address begins with that of the
    /// repository.
    ///
    /// @param repository `owner/name`, in any case
    public boolean isOf(String repository) {
        try {
            var path = URI.create(identity).getPath();
            return path != null
                    && path.toLowerCase(Locale.ROOT)
                            .startsWith("/" + repository.toLowerCase(Locale.ROOT) + "/");
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
