package varve.command.account;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// One-time codes that an authenticator makes from a secret and the time (RFC 6238, with the
/// figures that every authenticator takes: SHA-1, 30 seconds, six digits).
final class Totp {
    static final int SECRET_BYTES = 20;

    private static final int SECONDS = 30;
    private static final int DIGITS = 6;
    private static final int BASE = 1_000_000;

    /// Clocks differ, and people type slowly.
    private static final int STEPS_ASIDE = 1;

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS_OF_A_LETTER = 5;

    private Totp() {}

    /// The step of time that a code belongs to.
    ///
    /// @return empty when it belongs to none around now
    static OptionalLong step(byte[] secret, String code, Instant now) {
        long here = now.getEpochSecond() / SECONDS;
        return LongStream.rangeClosed(here - STEPS_ASIDE, here + STEPS_ASIDE)
                .filter(step -> same(code(secret, step), code))
                .findFirst();
    }

    static String code(byte[] secret, long step) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "RAW"));
            var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
            return String.format("%0" + DIGITS + "d", number % BASE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// As people type it into an authenticator (RFC 4648, without padding).
    static String base32(byte[] secret) {
        var text = new StringBuilder();
        int bits = 0;
        int waiting = 0;
        for (byte b : secret) {
            bits = bits << Byte.SIZE | b & 0xff;
            waiting += Byte.SIZE;
            while (waiting >= BITS_OF_A_LETTER) {
                waiting -= BITS_OF_A_LETTER;
                text.append(LETTERS.charAt(bits >> waiting & LETTERS.length() - 1));
            }
        }
        return waiting == 0
                ? text.toString()
                : text.append(
                                LETTERS.charAt(
                                        bits << BITS_OF_A_LETTER - waiting & LETTERS.length() - 1))
                        .toString();
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
