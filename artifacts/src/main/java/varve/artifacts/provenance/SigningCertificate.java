package varve.artifacts.provenance;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1String;

/// The certificate of a job that signed something. It is good for minutes, and says whose word
/// about the job was taken (Fulcio's extensions).
record SigningCertificate(X509Certificate x509) {
    private static final String CODE_SIGNING = "1.3.6.1.5.5.7.3.3";
    private static final String ISSUER_TEXT = "1.3.6.1.4.1.57264.1.1";
    private static final String ISSUER = "1.3.6.1.4.1.57264.1.8";
    private static final String REPOSITORY = "1.3.6.1.4.1.57264.1.12";
    private static final String COMMIT = "1.3.6.1.4.1.57264.1.13";

    /// @param der or PEM
    static SigningCertificate of(byte[] der) throws GeneralSecurityException {
        return new SigningCertificate(
                (X509Certificate)
                        CertificateFactory.getInstance("X.509")
                                .generateCertificate(new ByteArrayInputStream(der)));
    }

    /// What is between the lines of a certificate in PEM.
    static byte[] der(byte[] pem) throws Unproven {
        var text = new String(pem, StandardCharsets.US_ASCII);
        if (!text.contains("BEGIN CERTIFICATE")) {
            throw new Unproven("the log lists no certificate");
        }
        return Base64.getMimeDecoder().decode(text.replaceAll("-----[A-Z ]+-----", ""));
    }

    /// @throws Unproven unless it is for signing, a trusted authority gave it out, and it held at
    ///   that moment
    void trust(TrustRoot root, Instant at) throws Unproven, GeneralSecurityException {
        var uses = x509.getExtendedKeyUsage();
        if (uses == null || !uses.contains(CODE_SIGNING)) {
            throw new Unproven("its certificate is not for signing");
        }
        var issuer = issuedBy(root, at);
        if (!root.certificateLogs().isEmpty()) {
            CertificatePromise.check(x509, issuer, root);
        }
    }

    private X509Certificate issuedBy(TrustRoot root, Instant at)
            throws Unproven, GeneralSecurityException {
        for (var authority : root.authorities()) {
            if (authority.valid().holds(at) && leadsTo(authority.chain(), at)) {
                return authority.chain().getFirst();
            }
        }
        throw new Unproven("its certificate is of no trusted authority at that time");
    }

    private boolean leadsTo(List<X509Certificate> chain, Instant at)
            throws GeneralSecurityException {
        var path = new ArrayList<X509Certificate>(List.of(x509));
        path.addAll(chain.subList(0, chain.size() - 1));
        var parameters = new PKIXParameters(Set.of(new TrustAnchor(chain.getLast(), null)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(at));
        try {
            var factory = CertificateFactory.getInstance("X.509");
            CertPathValidator.getInstance("PKIX")
                    .validate(factory.generateCertPath(path), parameters);
            return true;
        } catch (CertPathValidatorException _) {
            return false;
        }
    }

    PublicKey key() {
        return x509.getPublicKey();
    }

    /// Whose word about the job was taken.
    String issuer() {
        var text = extension(ISSUER);
        return text.isEmpty() ? extension(ISSUER_TEXT) : text;
    }

    /// The address of the job's workflow.
    String identity() throws Unproven, GeneralSecurityException {
        var names = x509.getSubjectAlternativeNames();
        if (names == null || names.size() != 1) {
            throw new Unproven("its certificate names nobody");
        }
        return String.valueOf(names.iterator().next().get(1));
    }

    /// Of the sources; empty when it does not say.
    String repository() {
        return extension(REPOSITORY);
    }

    /// Of the sources; empty when it does not say.
    String commit() {
        return extension(COMMIT);
    }

    /// Early ones are bare text, later ones a string in DER.
    private String extension(String oid) {
        var value = x509.getExtensionValue(oid);
        if (value == null) {
            return "";
        }
        var bytes = ASN1OctetString.getInstance(value).getOctets();
        try {
            return ASN1Primitive.fromByteArray(bytes) instanceof ASN1String text
                    ? text.getString()
                    : new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException _) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
