package varve.artifacts.provenance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;

/// The promise inside a certificate that a public log lists it (RFC 6962 §3.2 and §3.3).
final class CertificatePromise {
    private static final String PROMISES = "1.3.6.1.4.1.11129.2.4.2";
    private static final int EXTENSIONS = 3;
    private static final int ID = 32;

    private CertificatePromise() {}

    /// @throws Unproven unless one of the logs has promised it
    static void check(X509Certificate leaf, X509Certificate issuer, TrustRoot root)
            throws Unproven {
        var extension = leaf.getExtensionValue(PROMISES);
        if (extension == null) {
            throw new Unproven("its certificate is in no log");
        }
        try {
            var inner = ASN1OctetString.getInstance(extension).getOctets();
            var list = ByteBuffer.wrap(ASN1OctetString.getInstance(inner).getOctets());
            list.getShort();
            while (list.remaining() > 2) {
                var promise = new byte[Short.toUnsignedInt(list.getShort())];
                list.get(promise);
                if (holds(ByteBuffer.wrap(promise), leaf, issuer, root)) {
                    return;
                }
            }
        } catch (BufferUnderflowException
                | IllegalArgumentException
                | IOException
                | GeneralSecurityException e) {
            throw new Unproven("its certificate's log entry is unreadable", e);
        }
        throw new Unproven("its certificate is in no trusted log");
    }

    private static boolean holds(
            ByteBuffer promise, X509Certificate leaf, X509Certificate issuer, TrustRoot root)
            throws IOException, GeneralSecurityException {
        byte version = promise.get();
        var id = new byte[ID];
        promise.get(id);
        long millis = promise.getLong();
        var more = new byte[Short.toUnsignedInt(promise.getShort())];
        promise.get(more);
        promise.getShort(); // how it is signed, which the log's key says too
        var signature = new byte[Short.toUnsignedInt(promise.getShort())];
        promise.get(signature);
        var tbs = withoutPromises(leaf);
        var text = new ByteArrayOutputStream();
        text.write(version);
        text.write(0);
        text.write(ByteBuffer.allocate(Long.BYTES).putLong(millis).array());
        text.write(new byte[] {0, 1});
        text.write(MessageDigest.getInstance("SHA-256").digest(issuer.getPublicKey().getEncoded()));
        text.write(new byte[] {(byte) (tbs.length >> 16), (byte) (tbs.length >> 8)});
        text.write(tbs.length);
        text.write(tbs);
        text.write(new byte[] {(byte) (more.length >> 8), (byte) more.length});
        text.write(more);
        try {
            var log = TrustRoot.log(root.certificateLogs(), id, Instant.ofEpochMilli(millis));
            return version == 0 && Signed.by(log.key(), text.toByteArray(), signature);
        } catch (Unproven _) {
            return false;
        }
    }

    /// What the log was shown, before its promise was put in.
    private static byte[] withoutPromises(X509Certificate leaf)
            throws IOException, GeneralSecurityException {
        var kept = new ASN1EncodableVector();
        for (var field : ASN1Sequence.getInstance(leaf.getTBSCertificate())) {
            if (field instanceof ASN1TaggedObject tagged && tagged.getTagNo() == EXTENSIONS) {
                var others = new ASN1EncodableVector();
                for (var one : ASN1Sequence.getInstance(tagged, true)) {
                    var oid = ASN1Sequence.getInstance(one).getObjectAt(0).toString();
                    if (!oid.equals(PROMISES)) {
                        others.add(one);
                    }
                }
                kept.add(new DERTaggedObject(true, EXTENSIONS, new DERSequence(others)));
            } else {
                kept.add(field);
            }
        }
        return new DERSequence(kept).getEncoded("DER");
    }
}
