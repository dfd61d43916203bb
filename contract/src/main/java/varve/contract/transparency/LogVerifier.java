package varve.contract.transparency;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import varve.contract.Sha256;

/// The public half of the log's key, under the log's name.
///
/// @param origin name of the log
/// @param key the 32 bytes of RFC 8032
@SuppressWarnings("ArrayRecordComponent") // never compared
public record LogVerifier(String origin, byte[] key) {
    /// C2SP signed-note's number of Ed25519.
    private static final byte ED25519 = 1;

    private static final int KEY_ID = 4;
    private static final String SIGNATURE = "\u2014 ";
    private static final String X509 = "302a300506032b6570032100";

    /// Reads what {@link #text()} wrote.
    ///
    /// @throws IllegalArgumentException when it is no such key
    public static LogVerifier parse(String text) {
        var parts = text.strip().split("\\+", 3);
        var typed = parts.length == 3 ? Base64.getDecoder().decode(parts[2]) : new byte[0];
        if (typed.length != Merkle.LENGTH + 1 || typed[0] != ED25519) {
            throw new IllegalArgumentException("not a verifier key: " + text);
        }
        return new LogVerifier(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
    }

    /// As verifier keys are written: name, key id and key, joined by `+`.
    public String text() {
        return "%s+%s+%s"
                .formatted(
                        origin,
                        HexFormat.of().formatHex(keyId()),
                        Base64.getEncoder().encodeToString(typed()));
    }

    byte[] keyId() {
        var digest = Sha256.digest();
        digest.update((origin + "\n").getBytes(StandardCharsets.UTF_8));
        return Arrays.copyOf(digest.digest(typed()), KEY_ID);
    }

    /// The checkpoint of a signed note, once it is certain that this key signed it.
    ///
    /// @throws IllegalArgumentException when it did not
    public Checkpoint checked(String note) {
        var checkpoint = Checkpoint.parse(note);
        var text = checkpoint.text().getBytes(StandardCharsets.UTF_8);
        var mine =
                note.lines()
                        .filter(line -> line.startsWith(SIGNATURE + origin + " "))
                        .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                        .map(Base64.getDecoder()::decode)
                        .anyMatch(named -> isMine(named) && isBy(text, signature(named)));
        if (!mine || !checkpoint.origin().equals(origin)) {
            throw new IllegalArgumentException("not signed by " + text());
        }
        return checkpoint;
    }

    private boolean isMine(byte[] named) {
        return named.length > KEY_ID && Arrays.equals(Arrays.copyOf(named, KEY_ID), keyId());
    }

    private static byte[] signature(byte[] named) {
        return Arrays.copyOfRange(named, KEY_ID, named.length);
    }

    boolean isBy(byte[] bytes, byte[] signature) {
        try {
            var prefix = HexFormat.of().parseHex(X509);
            var encoded = Arrays.copyOf(prefix, prefix.length + key.length);
            System.arraycopy(key, 0, encoded, prefix.length, key.length);
            var check = Signature.getInstance("Ed25519");
            check.initVerify(
                    KeyFactory.getInstance("Ed25519")
                            .generatePublic(new X509EncodedKeySpec(encoded)));
            check.update(bytes);
            return check.verify(signature);
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    private byte[] typed() {
        var typed = new byte[key.length + 1];
        typed[0] = ED25519;
        System.arraycopy(key, 0, typed, 1, key.length);
        return typed;
    }
}
