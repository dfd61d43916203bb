package varve.artifacts.provenance;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Looks through a Sigstore bundle: a statement in an envelope, the certificate of who signed it,
/// and its place in a public log. All of them must fit together and lead to a trusted root.
///
/// Taken are bundles of Rekor's first version, as npm makes them; timestamps of other authorities
/// are not.
public final class BundleVerifier {
    private static final JsonMapper JSON = new JsonMapper();

    private final TrustRoot root;

    public BundleVerifier(TrustRoot root) {
        this.root = root;
    }

    /// @param subject as the statement must name it, for example `pkg:npm/flag@1.0.0`
    /// @param sha512 of the bytes it must be about, lower-case hexadecimal
    /// @throws Unproven when it proves nothing about them
    public Proven verify(String bundle, String subject, String sha512) throws Unproven {
        try {
            return verified(JSON.readTree(bundle), subject, sha512);
        } catch (GeneralSecurityException | JacksonException | IllegalArgumentException e) {
            throw new Unproven("it is unreadable: " + e.getMessage(), e);
        }
    }

    private Proven verified(JsonNode bundle, String subject, String sha512)
            throws Unproven, GeneralSecurityException {
        var material = bundle.path("verificationMaterial");
        var entries = material.path("tlogEntries");
        if (entries.size() != 1) {
            throw new Unproven("it has not exactly one log entry");
        }
        var entry = LogEntry.of(entries.path(0), root);
        var certificate = certificate(material);
        certificate.trust(root, entry.at());
        var envelope = bundle.path("dsseEnvelope");
        var statement = Statement.of(envelope, certificate.key());
        bind(entry, envelope, statement.payload(), certificate);
        statement.require(subject, "sha512", sha512);
        return Proven.of(statement, certificate, entry.index(), entry.at(), root);
    }

    private static SigningCertificate certificate(JsonNode material)
            throws Unproven, GeneralSecurityException {
        var one = material.path("certificate").path("rawBytes");
        var raw =
                one.isString()
                        ? one
                        : material.path("x509CertificateChain")
                                .path("certificates")
                                .path(0)
                                .path("rawBytes");
        if (!raw.isString()) {
            throw new Unproven("it has no certificate");
        }
        return SigningCertificate.of(LogEntry.bytes(raw));
    }

    /// The log must list this very statement, signature and certificate.
    private static void bind(
            LogEntry entry, JsonNode envelope, byte[] payload, SigningCertificate certificate)
            throws Unproven, GeneralSecurityException {
        var body = JSON.readTree(entry.body());
        var spec = body.path("spec");
        var kind = body.path("kind").asString("") + ":" + body.path("apiVersion").asString("");
        var signature = envelope.path("signatures").path(0).path("sig").asString("");
        var logged =
                switch (kind) {
                    case "dsse:0.0.1" -> spec;
                    case "intoto:0.0.2" -> spec.path("content");
                    default -> throw new Unproven("its log entry is of kind " + kind);
                };
        boolean first = kind.startsWith("dsse");
        var signed = (first ? logged : logged.path("envelope")).path("signatures").path(0);
        var listed =
                first
                        ? signed.path("signature").asString("")
                        : new String(LogEntry.bytes(signed.path("sig")), StandardCharsets.US_ASCII);
        var key = LogEntry.bytes(signed.path(first ? "verifier" : "publicKey"));
        var hash = HexFormat.of().formatHex(LogEntry.sha256(payload));
        if (!logged.path("payloadHash").path("value").asString("").equals(hash)
                || !listed.equals(signature)
                || !Arrays.equals(SigningCertificate.der(key), certificate.x509().getEncoded())) {
            throw new Unproven("the log lists something else");
        }
    }
}
