package varve.acceptance.account;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What somebody has on their phone.
///
/// @param secret as it was shown to them
public record Authenticator(String secret) {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// @param later by so many half minutes
    public String code(int later) {
        long step = Instant.now().getEpochSecond() / 30 + later;
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key(), "HmacSHA1"));
            var hash = mac.doFinal(HexFormat.of().parseHex("%016x".formatted(step)));
            int at = hash[19] & 15;
            var four =
                    new byte[] {(byte) (hash[at] & 127), hash[at + 1], hash[at + 2], hash[at + 3]};
            return "%06d".formatted(new BigInteger(1, four).mod(BigInteger.valueOf(1_000_000)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] key() {
        var bits = new StringBuilder();
        secret.chars()
                .mapToObj(c -> Integer.toBinaryString(32 + LETTERS.indexOf(c)).substring(1))
                .forEach(bits::append);
        var key = new byte[20];
        for (int i = 0; i < key.length; i++) {
            key[i] = (byte) Integer.parseInt(bits.substring(8 * i, 8 * i + 8), 2);
        }
        return key;
    }
}
