package varve.artifacts;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/// Writes tar archives block by block, good ones and such as no honest tool would write.
public final class Tar {
    private static final int BLOCK = 512;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /// What a publisher would send.
    public static byte[] upload(Map<String, String> files) {
        var tar = new Tar();
        files.forEach(tar::uploaded);
        return tar.gzip();
    }

    /// The same, as a file.
    public static Path upload(Path folder, Map<String, String> files) {
        try {
            return Files.write(Files.createTempFile(folder, "upload", ".tgz"), upload(files));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A file of a package; a pax header says names that are too long for the block.
    public Tar uploaded(String path, String text) {
        return path.length() < 99
                ? file("." + path, text)
                : pax("path", path.substring(1)).file("long", text);
    }

    public Tar file(String name, String text) {
        return entry(name, '0', text.getBytes(StandardCharsets.UTF_8));
    }

    /// An entry of any type, with content.
    public Tar entry(String name, char type, byte[] content) {
        return header(name, type, content.length).bytes(content);
    }

    /// A header that can promise more than follows.
    public Tar header(String name, char type, long size) {
        return header(name, type, String.format("%011o", size).getBytes(StandardCharsets.US_ASCII));
    }

    public Tar header(String name, char type, byte[] size) {
        var block = new byte[BLOCK];
        put(block, 0, name.getBytes(StandardCharsets.UTF_8));
        put(block, 100, "0000644\0".getBytes(StandardCharsets.US_ASCII));
        put(block, 124, size);
        block[156] = (byte) type;
        put(block, 257, "ustar  \0".getBytes(StandardCharsets.US_ASCII));
        Arrays.fill(block, 148, 156, (byte) ' ');
        int sum = 0;
        for (byte b : block) {
            sum += b & 0xff;
        }
        put(block, 148, String.format("%06o\0", sum).getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(block);
        return this;
    }

    /// A pax extended header for the next entry.
    public Tar pax(String key, String value) {
        return entry("pax", 'x', record(key, value));
    }

    /// One pax record with its own length in front.
    public static byte[] record(String key, String value) {
        var rest = " " + key + "=" + value + "\n";
        int length = rest.getBytes(StandardCharsets.UTF_8).length;
        int digits = Integer.toString(length + 2).length();
        return (length + digits + rest).getBytes(StandardCharsets.UTF_8);
    }

    public Tar bytes(byte[] content) {
        out.writeBytes(content);
        out.writeBytes(new byte[(BLOCK - content.length % BLOCK) % BLOCK]);
        return this;
    }

    /// Everything so far, with no end.
    public byte[] unfinished() {
        return out.toByteArray();
    }

    public byte[] gzip() {
        out.writeBytes(new byte[2 * BLOCK]);
        return gzip(out.toByteArray());
    }

    public static byte[] gzip(byte[] content) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static void put(byte[] block, int offset, byte[] content) {
        System.arraycopy(content, 0, block, offset, Math.min(content.length, 100));
    }
}
