package varve.artifacts.upload;

import static varve.artifacts.Fault.FILE_TOO_LARGE;
import static varve.artifacts.Fault.INVALID_ENTRY_TYPE;
import static varve.artifacts.Fault.INVALID_TARBALL;
import static varve.artifacts.Fault.LINK_IN_TARBALL;
import static varve.artifacts.Fault.PACKAGE_TOO_LARGE;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import varve.artifacts.Faulted;

/// Reads an archive from front to back, once. Anything that is not plainly an archive of files is
/// refused; nothing is ever extracted to a disk.
public final class Archive {
    private static final int PIECE = 1 << 16;

    private final InputStream in;
    private final Limits limits;
    private final Taker taker;
    private long total;
    private int entries;
    private @Nullable PaxRecords extended;
    private @Nullable String longName;

    /// What becomes of the files, one after the other.
    interface Taker {
        /// Told of each file before its content is read.
        ///
        /// @return whether to hand over the content; otherwise it is only counted
        /// @throws Faulted when a file may not have this name
        boolean wants(String name, long size);

        /// The content of the file that was wanted last.
        void take(byte[] content);
    }

    private Archive(InputStream in, Limits limits, Taker taker) {
        this.in = in;
        this.limits = limits;
        this.taker = taker;
    }

    /// Reads an upload within the standard limits.
    ///
    /// @param packed the upload as it came; not closed here
    /// @throws Faulted when the author has to change something
    /// @throws IOException when the stream itself cannot be read
    public static Upload read(InputStream packed) throws IOException {
        return read(packed, Limits.STANDARD);
    }

    static Upload read(InputStream packed, Limits limits) throws IOException {
        var shelving = new Shelving();
        read(packed, limits, shelving);
        return shelving.upload();
    }

    static void read(InputStream packed, Limits limits, Taker taker) throws IOException {
        new Archive(new SingleGzip(packed, limits), limits, taker).read();
    }

    private void read() throws IOException {
        for (var header = header(); header != null; header = header()) {
            if (++entries > limits.entries()) {
                throw PACKAGE_TOO_LARGE.with(
                        "the package has more than " + limits.entries() + " files");
            }
            take(header);
        }
        if (extended != null || longName != null) {
            throw INVALID_TARBALL.with("the tar archive ends after an extended header");
        }
        expectEnd();
    }

    private void take(TarHeader header) throws IOException {
        switch (header.kind()) {
            case FILE -> file(header);
            case FOLDER -> folder(header);
            case EXTENDED -> extended = extension(header);
            case GLOBAL -> PaxRecords.of(small(header)).checkGlobal();
            case LONG_NAME -> longName = longName(header);
            case LINK ->
                    throw LINK_IN_TARBALL.with(
                            "'" + header.name() + "' is a link; packages hold only files");
            case OTHER ->
                    throw INVALID_ENTRY_TYPE.with(
                            "'" + header.name() + "' is neither a file nor a folder");
        }
    }

    private void file(TarHeader header) throws IOException {
        var name = name(header);
        if (header.size() > limits.file()) {
            throw FILE_TOO_LARGE.with(
                    "'%s' has %d bytes; the limit for a file is %d"
                            .formatted(name, header.size(), limits.file()));
        }
        count(header.size());
        if (header.size() == 0 && name.endsWith("/")) {
            return;
        }
        if (taker.wants(name, header.size())) {
            taker.take(exactly((int) header.size()));
            exactly((int) header.padding());
        } else {
            pass(header.size() + header.padding());
        }
    }

    private void folder(TarHeader header) {
        name(header);
        if (header.size() != 0) {
            throw INVALID_TARBALL.with("a folder in the tar archive has content");
        }
    }

    /// The name of the entry, and the end of what was said in advance about it.
    private String name(TarHeader header) {
        var pax = extended;
        var gnu = longName;
        extended = null;
        longName = null;
        if (pax != null) {
            pax.checkSize(header.size());
        }
        var path = pax == null ? null : pax.path();
        if (path != null && gnu != null) {
            throw INVALID_TARBALL.with("an entry in the tar archive has two names");
        }
        return path != null ? path : gnu != null ? gnu : header.name();
    }

    private PaxRecords extension(TarHeader header) throws IOException {
        if (extended != null) {
            throw INVALID_TARBALL.with("two extended headers for one entry");
        }
        var records = PaxRecords.of(small(header));
        records.checkLocal();
        return records;
    }

    private String longName(TarHeader header) throws IOException {
        if (longName != null) {
            throw INVALID_TARBALL.with("two long names for one entry");
        }
        var bytes = small(header);
        return TarHeader.text(bytes, 0, bytes.length);
    }

    private byte[] small(TarHeader header) throws IOException {
        if (header.size() > limits.extension()) {
            throw INVALID_TARBALL.with("an extended header is too large");
        }
        count(header.size());
        var bytes = exactly((int) header.size());
        exactly((int) header.padding());
        return bytes;
    }

    private void count(long size) {
        total += size;
        if (total > limits.total()) {
            throw PACKAGE_TOO_LARGE.with("the package has more than " + limits.total() + " bytes");
        }
    }

    private @Nullable TarHeader header() throws IOException {
        return TarHeader.of(exactly(TarHeader.BLOCK));
    }

    /// After one block of zeros come another and then only zeros.
    private void expectEnd() throws IOException {
        if (!TarHeader.isZero(exactly(TarHeader.BLOCK))) {
            throw INVALID_TARBALL.with("data after the end of the tar archive");
        }
        var rest = new byte[1 << 13];
        for (int count = in.read(rest); count >= 0; count = in.read(rest)) {
            for (int i = 0; i < count; i++) {
                if (rest[i] != 0) {
                    throw INVALID_TARBALL.with("data after the end of the tar archive");
                }
            }
        }
    }

    private void pass(long count) throws IOException {
        for (long rest = count; rest > 0; rest -= PIECE) {
            exactly((int) Math.min(rest, PIECE));
        }
    }

    private byte[] exactly(int count) throws IOException {
        var bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw INVALID_TARBALL.with("the tar archive is cut off");
        }
        return bytes;
    }
}
