package varve.command.token;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import varve.contract.Sha256;
import varve.contract.token.TokenKind;

/// A fresh secret in JSR's format: the kind's prefix, 29 random base62 characters and, so that
/// scanners can tell one from noise, six of base62 CRC-32 over all that stands before them.
public record NewSecret(String text) {
    private static final String ALPHABET =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int RANDOM_CHARACTERS = 29;
    private static final int CHECK_CHARACTERS = 6;
    private static final Pattern FORM = Pattern.compile("jsr[wdp]_[0-9A-Za-z]{35}");
    private static final SecureRandom RANDOM = new SecureRandom();

    public static NewSecret of(TokenKind kind) {
        var text = new StringBuilder(kind.prefix());
        for (int i = 0; i < RANDOM_CHARACTERS; i++) {
            text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return new NewSecret(text + check(text.toString()));
    }

    /// A personal token's secret.
    public static NewSecret personal() {
        return of(TokenKind.PERSONAL);
    }

    /// What is kept of it: the lower-case hexadecimal SHA-256.
    public String sha256() {
        return Sha256.hex(text.getBytes(StandardCharsets.US_ASCII));
    }

    /// Secrets stay out of logs.
    @Override
    public String toString() {
        return "NewSecret[…]";
    }

    /// Whether the last characters fit the others, as they do in every token that was ever made
    /// here and in hardly any other text.
    static boolean isWellFormed(String text) {
        int end = text.length() - CHECK_CHARACTERS;
        return FORM.matcher(text).matches()
                && check(text.substring(0, end)).equals(text.substring(end));
    }

    static String check(String text) {
        var crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.US_ASCII));
        long rest = crc.getValue();
        var check = new StringBuilder();
        for (int i = 0; i < CHECK_CHARACTERS; i++) {
            check.append(ALPHABET.charAt((int) (rest % ALPHABET.length())));
            rest /= ALPHABET.length();
        }
        return check.reverse().toString();
    }
}
