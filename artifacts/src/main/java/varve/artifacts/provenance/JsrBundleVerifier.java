package varve.artifacts.provenance;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Looks through the bundle that `deno publish` sends after a version was published: a statement in
/// an envelope, the certificate of who signed it in PEM, and its number in a public log.
///
/// Unlike npm's it holds nothing that the log itself has signed. It comes within minutes, so the
/// certificate must hold now; the number is kept as it is told, and anybody can look it up.
public final class JsrBundleVerifier {
    private static final JsonMapper JSON = new JsonMapper();

    private final TrustRoot root;
    private final Clock clock;

    public JsrBundleVerifier(TrustRoot root, Clock clock) {
        this.root = root;
        this.clock = clock;
    }

    /// @param subject as the statement must name it, for example `pkg:jsr/@luca/flag@1.0.0`
    /// @param sha256 of the version's `_meta.json`, lower-case hexadecimal
    /// @throws Unproven when it proves nothing about it
    public Proven verify(JsonNode bundle, String subject, String sha256) throws Unproven {
        try {
            var material = bundle.path("verificationMaterial");
            var certificates =
                    material.path("content").path("x509CertificateChain").path("certificates");
            var entries = material.path("tlogEntries");
            if (certificates.size() != 1 || entries.size() != 1) {
                throw new Unproven("it has not exactly one certificate and one log entry");
            }
            var pem = certificates.path(0).path("rawBytes").asString("");
            var certificate = SigningCertificate.of(pem.getBytes(StandardCharsets.US_ASCII));
            var now = clock.instant();
            certificate.trust(root, now);
            var envelope = bundle.path("content").path("dsseEnvelope");
            var statement = Statement.of(envelope, certificate.key());
            statement.require(subject, "sha256", sha256);
            long index = entries.path(0).path("logIndex").asLong(0);
            return Proven.of(statement, certificate, index, now, root);
        } catch (GeneralSecurityException | JacksonException | IllegalArgumentException e) {
            throw new Unproven("it is unreadable: " + e.getMessage(), e);
        }
    }
}
