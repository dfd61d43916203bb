package varve.artifacts.packument;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Packs large documents that mostly stay as they were (RFC 1951 and 1952). They are cut where
/// their own bytes say, so that a change moves no cut but those around it, and each piece is packed
/// by itself, once. What comes out depends on the document only.
final class PackedPieces {
    private static final int SMALLEST = 32 << 10;
    private static final int LARGEST = 128 << 10;

    /// One cut in 16 KiB, behind the smallest size.
    private static final int CUT = (1 << 14) - 1;

    /// Bytes.
    private static final int REMEMBERED = 32 << 20;

    private static final byte[] HEAD = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};

    /// An empty last block.
    private static final byte[] END = {3, 0};

    private static final Remembered<ByteBuffer, byte[]> PACKED =
            new Remembered<>(REMEMBERED, piece -> piece.length);

    private PackedPieces() {}

    static byte[] gzip(byte[] plain) {
        var out = new ByteArrayOutputStream(plain.length / 5 + 64);
        out.writeBytes(HEAD);
        for (int from = 0; from < plain.length; ) {
            int to = cut(plain, from);
            out.writeBytes(piece(plain, from, to));
            from = to;
        }
        out.writeBytes(END);
        var sum = new CRC32();
        sum.update(plain);
        out.writeBytes(
                ByteBuffer.allocate(8)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt((int) sum.getValue())
                        .putInt(plain.length)
                        .array());
        return out.toByteArray();
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

    private static byte[] piece(byte[] plain, int from, int to) {
        var digest = sha256();
        digest.update(plain, from, to - from);
        var key = ByteBuffer.wrap(digest.digest());
        return PACKED.of(key, () -> packed(plain, from, to));
    }

    private static byte[] packed(byte[] plain, int from, int to) {
        var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            deflater.setInput(plain, from, to - from);
            var out = new ByteArrayOutputStream((to - from) / 4);
            var buffer = new byte[16 << 10];
            int n;
            do {
                n = deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
                out.write(buffer, 0, n);
            } while (n == buffer.length);
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has it", e);
        }
    }
}
