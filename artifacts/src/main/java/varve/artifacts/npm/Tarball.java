package varve.artifacts.npm;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/// Writes an npm tarball. The same files give the same bytes: nothing in it comes from a clock, a
/// machine or a user.
final class Tarball {
    /// The moment that npm itself writes into every tarball: 1985-10-26T08:15:00Z.
    private static final long MOMENT = 499_162_500_000L;

    private static final int MODE = 0100644;

    private Tarball() {}

    /// @param files by path from the root of the package
    static byte[] of(SortedMap<String, byte[]> files) {
        var bytes = new ByteArrayOutputStream();
        try (var tar = open(new GZIPOutputStream(bytes))) {
            for (var file : files.entrySet()) {
                var entry = new TarArchiveEntry("package" + file.getKey());
                entry.setSize(file.getValue().length);
                entry.setMode(MODE);
                entry.setModTime(MOMENT);
                entry.setIds(0, 0);
                entry.setNames("", "");
                tar.putArchiveEntry(entry);
                tar.write(file.getValue());
                tar.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static TarArchiveOutputStream open(OutputStream out) {
        var tar = new TarArchiveOutputStream(out, StandardCharsets.UTF_8.name());
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        return tar;
    }
}
