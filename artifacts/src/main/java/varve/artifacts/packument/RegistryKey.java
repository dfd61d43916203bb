package varve.artifacts.packument;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;

/// With what the registry signs each version that npm clients are told of: ECDSA on P-256 with
/// SHA-256, over `name@version:integrity` (npm's registry signatures). The nonce follows from key
/// and text (RFC 6979), so that lists can be written again, byte for byte.
public final class RegistryKey {
    private static final ECDomainParameters P256 =
            new ECDomainParameters(CustomNamedCurves.getByName("secp256r1"));
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

    private final ECPrivateKeyParameters key;
    private final byte[] spki;

    private RegistryKey(ECPrivateKeyParameters key, byte[] spki) {
        this.key = key;
        this.spki = spki;
    }

    /// @param pem a P-256 key in PKCS #8
    /// @throws IllegalArgumentException when it is something else
    public static RegistryKey of(String pem) {
        try {
            var body = pem.strip().replace(BEGIN, "").replace(END, "").replaceAll("\\s", "");
            var spec = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body));
            if (!(KeyFactory.getInstance("EC").generatePrivate(spec) instanceof ECPrivateKey ec)
                    || !ec.getParams().getOrder().equals(P256.getN())) {
                throw new IllegalArgumentException("the key is not on the curve P-256");
            }
            var point = P256.getG().multiply(ec.getS()).normalize();
            var known =
                    new ECPoint(
                            point.getAffineXCoord().toBigInteger(),
                            point.getAffineYCoord().toBigInteger());
            var open =
                    KeyFactory.getInstance("EC")
                            .generatePublic(new ECPublicKeySpec(known, ec.getParams()));
            return new RegistryKey(new ECPrivateKeyParameters(ec.getS(), P256), open.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the key is not readable: " + e.getMessage(), e);
        }
    }

    /// A new key, as PKCS #8 in PEM.
    public static String generate() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            var bytes = generator.generateKeyPair().getPrivate().getEncoded();
            var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
            return BEGIN + "\n" + lines + "\n" + END + "\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has P-256", e);
        }
    }

    /// The public half: base64 of its SubjectPublicKeyInfo.
    public String publicKey() {
        return Base64.getEncoder().encodeToString(spki);
    }

    public String keyId() {
        return keyId(spki);
    }

    /// npm's name of a key.
    ///
    /// @param spki SubjectPublicKeyInfo in DER
    public static String keyId(byte[] spki) {
        return "SHA256:" + Base64.getEncoder().encodeToString(sha256(spki));
    }

    /// @param integrity for example `sha512-…`
    /// @return base64 of the signature in DER
    public String sign(String name, String version, String integrity) {
        var text = name + "@" + version + ":" + integrity;
        var signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
        signer.init(true, key);
        BigInteger[] pair = signer.generateSignature(sha256(text.getBytes(StandardCharsets.UTF_8)));
        try {
            var der = StandardDSAEncoding.INSTANCE.encode(P256.getN(), pair[0], pair[1]);
            return Base64.getEncoder().encodeToString(der);
        } catch (IOException e) {
            throw new IllegalStateException("two numbers are always written", e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
