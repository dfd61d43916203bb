package varve.acceptance.publishing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/// Writes tar archives header by header, also those that nobody should write.
final class RawTar {
    private static final int BLOCK = 512;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    RawTar file(String name, byte[] content) {
        return entry(name, '0', "", content);
    }

    RawTar file(String name, String content) {
        return file(name, content.getBytes(StandardCharsets.UTF_8));
    }

    /// @param type the flag of the header: `0` file, `1` hard link, `2` symbolic link, `5` folder
    RawTar entry(String name, char type, String link, byte[] content) {
        var raw = name.getBytes(StandardCharsets.UTF_8);
        if (raw.length > 100) {
            var whole = Arrays.copyOf(raw, raw.length + 1);
            put(header("././@LongLink".getBytes(StandardCharsets.UTF_8), 'L', "", whole.length));
            padded(whole);
        }
        put(header(Arrays.copyOf(raw, Math.min(raw.length, 100)), type, link, content.length));
        padded(content);
        return this;
    }

    /// A header that promises more than follows.
    RawTar promise(String name, long size) {
        put(header(name.getBytes(StandardCharsets.UTF_8), '0', "", size));
        return this;
    }

    RawTar bytes(byte[] raw) {
        put(raw);
        return this;
    }

    byte[] gzip() {
        put(new byte[2 * BLOCK]);
        return gzip(bytes.toByteArray());
    }

    /// The archive without compression.
    byte[] plain() {
        put(new byte[2 * BLOCK]);
        return bytes.toByteArray();
    }

    static byte[] gzip(byte[] content) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private void padded(byte[] content) {
        put(content);
        put(new byte[(BLOCK - content.length % BLOCK) % BLOCK]);
    }

    private void put(byte[] raw) {
        bytes.writeBytes(raw);
    }

    private static byte[] header(byte[] name, char type, String link, long size) {
        var block = new byte[BLOCK];
        System.arraycopy(name, 0, block, 0, name.length);
        text(block, 100, "0000644\0");
        text(block, 108, "0000000\0");
        text(block, 116, "0000000\0");
        text(block, 124, "%011o\0".formatted(size));
        text(block, 136, "00000000000\0");
        text(block, 148, "        ");
        block[156] = (byte) type;
        text(block, 157, link);
        text(block, 257, "ustar\000000");
        int sum = 0;
        for (byte one : block) {
            sum += one & 0xff;
        }
        text(block, 148, "%06o\0 ".formatted(sum));
        return block;
    }

    private static void text(byte[] block, int at, String text) {
        var raw = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(raw, 0, block, at, raw.length);
    }
}
