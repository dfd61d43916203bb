package varve.contract.transparency;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/// The Ed25519 key that the log's statements are signed with.
public final class LogKey {
    private static final String ALGORITHM = "Ed25519";
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

    private final KeyPair pair;

    private LogKey(KeyPair pair) {
        this.pair = pair;
    }

    public static LogKey generate() {
        return new LogKey(pair(new SecureRandom()));
    }

    /// Reads a private key in PEM (PKCS#8), as {@link #pem()} and `openssl genpkey` write it.
    ///
    /// @throws IllegalArgumentException when it is none, or of another kind
    public static LogKey of(String pem) {
        try {
            var encoded = Base64.getMimeDecoder().decode(pem.replace(BEGIN, "").replace(END, ""));
            var factory = KeyFactory.getInstance(ALGORITHM);
            if (factory.generatePrivate(new PKCS8EncodedKeySpec(encoded))
                    instanceof EdECPrivateKey secret) {
                return new LogKey(pair(new Fixed(secret.getBytes().orElseThrow())));
            }
            throw new IllegalArgumentException("not an Ed25519 key");
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an Ed25519 key in PEM", e);
        }
    }

    /// The JDK finds the public half of a key only while it makes one: all that is random about it
    /// is the private half.
    private static final class Fixed extends SecureRandom {
        private final transient byte[] bytes;

        Fixed(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public void nextBytes(byte[] wanted) {
            System.arraycopy(bytes, 0, wanted, 0, wanted.length);
        }
    }

    private static KeyPair pair(SecureRandom random) {
        try {
            var generator = KeyPairGenerator.getInstance(ALGORITHM);
            generator.initialize(NamedParameterSpec.ED25519, random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has Ed25519", e);
        }
    }

    public String pem() {
        var encoder = Base64.getMimeEncoder(64, new byte[] {'\n'});
        return "%s\n%s\n%s\n"
                .formatted(BEGIN, encoder.encodeToString(pair.getPrivate().getEncoded()), END);
    }

    /// What others need in order to check this key's signatures.
    ///
    /// @param origin name of the log
    public LogVerifier verifier(String origin) {
        var encoded = pair.getPublic().getEncoded();
        return new LogVerifier(
                origin,
                Arrays.copyOfRange(encoded, encoded.length - Merkle.LENGTH, encoded.length));
    }

    /// The checkpoint as a signed note (C2SP signed-note).
    public String sign(Checkpoint checkpoint) {
        var verifier = verifier(checkpoint.origin());
        var signature = sign(checkpoint.text().getBytes(StandardCharsets.UTF_8));
        var named = Arrays.copyOf(verifier.keyId(), verifier.keyId().length + signature.length);
        System.arraycopy(signature, 0, named, verifier.keyId().length, signature.length);
        return "%s\n\u2014 %s %s\n"
                .formatted(
                        checkpoint.text(),
                        checkpoint.origin(),
                        Base64.getEncoder().encodeToString(named));
    }

    private byte[] sign(byte[] bytes) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(pair.getPrivate());
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("signing with Ed25519", e);
        }
    }
}
