package varve.artifacts.provenance;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECKey;

/// Whether a key made a signature.
final class Signed {
    private static final int FIXED = 64;

    private Signed() {}

    static boolean by(PublicKey key, byte[] text, byte[] signature) {
        try {
            var verifier = Signature.getInstance(algorithm(key, signature.length));
            verifier.initVerify(key);
            verifier.update(text);
            return verifier.verify(signature);
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    /// Signatures on curves come in DER or, as Deno makes them, as two numbers of fixed length.
    private static String algorithm(PublicKey key, int length) {
        return switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" ->
                    key instanceof ECKey ec && ec.getParams().getOrder().bitLength() > 256
                            ? "SHA384withECDSA"
                            : length == FIXED ? "SHA256withECDSAinP1363Format" : "SHA256withECDSA";
            default -> key.getAlgorithm();
        };
    }
}
