package varve.artifacts.packument;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// A stretch of a text, packed by itself (RFC 1951): as long as it stays the same, nothing is done
/// for any of its bytes when what is around it changes.
///
/// @param packed whole bytes, none of them the last of a text
/// @param crc CRC-32 of the text
/// @param length of the text, in bytes
public record Stretch(byte[] packed, int crc, int length) {
    private static final byte[] HEAD = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};

    /// An empty last block.
    private static final byte[] END = {3, 0};

    public static Stretch of(String text) {
        var plain = text.getBytes(StandardCharsets.UTF_8);
        return of(plain, 0, plain.length);
    }

    static Stretch of(byte[] plain, int from, int to) {
        var sum = new CRC32();
        sum.update(plain, from, to - from);
        return new Stretch(packed(plain, from, to), (int) sum.getValue(), to - from);
    }

    /// What the stretches say one behind the other, as one file (RFC 1952). The same stretches give
    /// the same bytes: there is no time and no name in them.
    static byte[] gzip(List<Stretch> stretches) {
        int size = stretches.stream().mapToInt(stretch -> stretch.packed().length).sum();
        var out = ByteBuffer.allocate(HEAD.length + size + END.length + 2 * Integer.BYTES);
        out.put(HEAD);
        int crc = 0;
        int length = 0;
        for (var stretch : stretches) {
            out.put(stretch.packed());
            crc = JoinedCrc.of(crc, stretch.crc(), stretch.length());
            length += stretch.length();
        }
        out.put(END).order(ByteOrder.LITTLE_ENDIAN).putInt(crc).putInt(length);
        return out.array();
    }

    private static byte[] packed(byte[] plain, int from, int to) {
        var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            deflater.setInput(plain, from, to - from);
            var out = new ByteArrayOutputStream((to - from) / 4 + 16);
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
}
