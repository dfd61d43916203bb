package varve.artifacts.packument;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;

/// Packs large documents of others that mostly stay as they were. They are cut where their own
/// bytes say, so that a change moves no cut but those around it, and each piece is packed by
/// itself, once. What comes out depends on the document only.
final class PackedPieces {
    private static final int SMALLEST = 32 << 10;
    private static final int LARGEST = 128 << 10;

    /// One cut in 16 KiB, behind the smallest size.
    private static final int CUT = (1 << 14) - 1;

    /// Bytes.
    private static final int REMEMBERED = 32 << 20;

    private static final Remembered<ByteBuffer, Stretch> PACKED =
            new Remembered<>(REMEMBERED, piece -> piece.packed().length);

    private PackedPieces() {}

    static byte[] gzip(byte[] plain) {
        var pieces = new ArrayList<Stretch>();
        for (int from = 0; from < plain.length; ) {
            int to = cut(plain, from);
            pieces.add(piece(plain, from, to));
            from = to;
        }
        return Stretch.gzip(pieces);
    }

    /// Behind a place that the bytes before it choose.
    private static int cut(byte[] plain, int from) {
        int last = Math.min(plain.length, from + LARGEST);
        int hash = 0;
        for (int i = Math.min(last, from + SMALLEST); i < last; i++) {
            hash = (hash << 1) + (plain[i] & 0xff) * 0x9E3779B1;
            if ((hash >>> 8 & CUT) == 0) {
                return i + 1;
            }
        }
        return last;
    }

    private static Stretch piece(byte[] plain, int from, int to) {
        var digest = sha256();
        digest.update(plain, from, to - from);
        var key = ByteBuffer.wrap(digest.digest());
        return PACKED.of(key, () -> Stretch.of(plain, from, to));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has it", e);
        }
    }
}
