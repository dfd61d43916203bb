package varve.artifacts.provenance;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1String;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Looks through a Sigstore bundle: a statement in an envelope, the certificate of who signed it,
/// and its place in a public log. All of them must fit together and lead to a trusted root.
///
/// Taken are bundles of Rekor's first version, as npm makes them; timestamps of other authorities
/// are not.
public final class BundleVerifier {
    private static final String PAYLOAD = "application/vnd.in-toto+json";
    private static final String CODE_SIGNING = "1.3.6.1.5.5.7.3.3";
    private static final String ISSUER_TEXT = "1.3.6.1.4.1.57264.1.1";
    private static final String ISSUER = "1.3.6.1.4.1.57264.1.8";
    private static final String REPOSITORY = "1.3.6.1.4.1.57264.1.12";
    private static final String COMMIT = "1.3.6.1.4.1.57264.1.13";
    private static final Set<String> STATEMENTS =
            Set.of("https://in-toto.io/Statement/v0.1", "https://in-toto.io/Statement/v1");
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
        var leaf = leaf(material);
        var issuer = chain(leaf, entry);
        if (!root.certificateLogs().isEmpty()) {
            CertificatePromise.check(leaf, issuer, root);
        }
        var envelope = bundle.path("dsseEnvelope");
        var payload = payload(envelope, leaf);
        bind(entry, envelope, payload, leaf);
        var statement = JSON.readTree(payload);
        about(statement, subject, sha512);
        return new Proven(
                statement.path("predicateType").asString(""),
                extension(leaf, ISSUER).isEmpty()
                        ? extension(leaf, ISSUER_TEXT)
                        : extension(leaf, ISSUER),
                identity(leaf),
                extension(leaf, REPOSITORY),
                extension(leaf, COMMIT),
                entry.index(),
                entry.at(),
                root.sha256());
    }

    private static X509Certificate leaf(JsonNode material)
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
        var bytes = new ByteArrayInputStream(LogEntry.bytes(raw));
        return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(bytes);
    }

    /// @return the certificate that issued it
    private X509Certificate chain(X509Certificate leaf, LogEntry entry)
            throws Unproven, GeneralSecurityException {
        var uses = leaf.getExtendedKeyUsage();
        if (uses == null || !uses.contains(CODE_SIGNING)) {
            throw new Unproven("its certificate is not for signing");
        }
        for (var authority : root.authorities()) {
            if (authority.valid().holds(entry.at()) && leads(leaf, authority.chain(), entry)) {
                return authority.chain().getFirst();
            }
        }
        throw new Unproven("its certificate is of no trusted authority at that time");
    }

    private static boolean leads(X509Certificate leaf, List<X509Certificate> chain, LogEntry entry)
            throws GeneralSecurityException {
        var path = new ArrayList<X509Certificate>(List.of(leaf));
        path.addAll(chain.subList(0, chain.size() - 1));
        var parameters = new PKIXParameters(Set.of(new TrustAnchor(chain.getLast(), null)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(entry.at()));
        try {
            var factory = CertificateFactory.getInstance("X.509");
            CertPathValidator.getInstance("PKIX")
                    .validate(factory.generateCertPath(path), parameters);
            return true;
        } catch (java.security.cert.CertPathValidatorException _) {
            return false;
        }
    }

    private static byte[] payload(JsonNode envelope, X509Certificate leaf) throws Unproven {
        var signatures = envelope.path("signatures");
        if (!envelope.path("payloadType").asString("").equals(PAYLOAD) || signatures.size() != 1) {
            throw new Unproven("it is no statement with one signature");
        }
        var payload = LogEntry.bytes(envelope.path("payload"));
        var head = "DSSEv1 %d %s %d ".formatted(PAYLOAD.length(), PAYLOAD, payload.length);
        var before = head.getBytes(StandardCharsets.UTF_8);
        var text = Arrays.copyOf(before, before.length + payload.length);
        System.arraycopy(payload, 0, text, before.length, payload.length);
        if (!Signed.by(leaf.getPublicKey(), text, LogEntry.bytes(signatures.path(0).path("sig")))) {
            throw new Unproven("its signature is not that of its certificate");
        }
        return payload;
    }

    /// The log must list this very statement, signature and certificate.
    private static void bind(
            LogEntry entry, JsonNode envelope, byte[] payload, X509Certificate leaf)
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
                || !Arrays.equals(certificate(key), leaf.getEncoded())) {
            throw new Unproven("the log lists something else");
        }
    }

    private static byte[] certificate(byte[] pem) throws Unproven {
        var text = new String(pem, StandardCharsets.US_ASCII);
        if (!text.contains("BEGIN CERTIFICATE")) {
            throw new Unproven("the log lists no certificate");
        }
        return Base64.getMimeDecoder().decode(text.replaceAll("-----[A-Z ]+-----", ""));
    }

    private static void about(JsonNode statement, String subject, String sha512) throws Unproven {
        if (!STATEMENTS.contains(statement.path("_type").asString(""))) {
            throw new Unproven("it is no statement");
        }
        for (var one : statement.path("subject")) {
            if (one.path("name").asString("").equals(subject)
                    && one.path("digest").path("sha512").asString("").equalsIgnoreCase(sha512)) {
                return;
            }
        }
        throw new Unproven("it is about something else than this tarball of " + subject);
    }

    private static String identity(X509Certificate leaf) throws Unproven, GeneralSecurityException {
        var names = leaf.getSubjectAlternativeNames();
        if (names == null || names.size() != 1) {
            throw new Unproven("its certificate names nobody");
        }
        return String.valueOf(names.iterator().next().get(1));
    }

    /// Early ones are bare text, later ones a string in DER.
    private static String extension(X509Certificate leaf, String oid) {
        var value = leaf.getExtensionValue(oid);
        if (value == null) {
            return "";
        }
        var bytes = ASN1OctetString.getInstance(value).getOctets();
        try {
            return ASN1Primitive.fromByteArray(bytes) instanceof ASN1String text
                    ? text.getString()
                    : new String(bytes, StandardCharsets.UTF_8);
        } catch (java.io.IOException _) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
