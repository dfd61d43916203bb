package varve.artifacts.provenance;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;

/// Whether a key made a signature.
final class Signed {
    private Signed() {}

    static boolean by(PublicKey key, byte[] text, byte[] signature) {
        try {
            var verifier = Signature.getInstance(algorithm(key));
            verifier.initVerify(key);
            verifier.update(text);
            return verifier.verify(signature);
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    private static String algorithm(PublicKey key) {
        return switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" ->
                    key instanceof java.security.interfaces.ECKey ec
                                    && ec.getParams().getOrder().bitLength() > 256
                            ? "SHA384withECDSA"
                            : "SHA256withECDSA";
            default -> key.getAlgorithm();
        };
    }
}
