package varve.artifacts.upload;

import static varve.artifacts.Fault.INVALID_TARBALL;
import static varve.artifacts.Fault.PACKAGE_TOO_LARGE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import varve.artifacts.Faulted;

/// Exactly one gzip member (RFC 1952) with right check sum and length and nothing behind it. Two
/// readers that disagree about trailing data would see different packages in one upload.
final class SingleGzip extends InputStream {
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int HEADER_CRC = 2;
    private static final int RESERVED = 0xe0;
    private static final int LONGEST_FIELD = 4096;

    private final InputStream packed;
    private final Limits limits;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private final byte[] buffer = new byte[1 << 16];
    private int start;
    private int end;
    private boolean done;

    SingleGzip(InputStream packed, Limits limits) throws IOException {
        this.packed = packed;
        this.limits = limits;
        header();
    }

    private void header() throws IOException {
        if (next() != 0x1f || next() != 0x8b || next() != 8) {
            throw INVALID_TARBALL.with("the upload is not a gzip file");
        }
        int flags = next();
        for (int i = 0; i < 6; i++) {
            next();
        }
        if ((flags & RESERVED) != 0) {
            throw INVALID_TARBALL.with("the gzip header has reserved flags");
        }
        if ((flags & EXTRA) != 0) {
            skip(next() | next() << 8);
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_CRC) != 0) {
            skip(2);
        }
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!done) {
            int count = inflate(target, offset, length);
            if (count > 0) {
                crc.update(target, offset, count);
                checkLimits();
                return count;
            }
            if (inflater.finished()) {
                trailer();
            } else if (inflater.needsDictionary()) {
                throw INVALID_TARBALL.with("the gzip data asks for a dictionary");
            } else if (inflater.needsInput()) {
                feed();
            }
        }
        return -1;
    }

    private void feed() throws IOException {
        if (start == end) {
            refill();
        }
        inflater.setInput(buffer, start, end - start);
        start = end;
    }

    private int inflate(byte[] target, int offset, int length) {
        try {
            return inflater.inflate(target, offset, length);
        } catch (DataFormatException _) {
            throw INVALID_TARBALL.with("the gzip data is damaged");
        }
    }

    private void checkLimits() {
        long out = inflater.getBytesWritten();
        boolean bomb =
                out > Limits.RATIO_FROM
                        && out > limits.ratio() * Math.max(1, inflater.getBytesRead());
        if (bomb || out > limits.unpacked()) {
            throw PACKAGE_TOO_LARGE.with("the upload unpacks to far more than a package may hold");
        }
    }

    private void trailer() throws IOException {
        start = end - inflater.getRemaining();
        var trailer = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        while (trailer.hasRemaining()) {
            trailer.put((byte) next());
        }
        trailer.flip();
        if (trailer.getInt() != (int) crc.getValue()
                || trailer.getInt() != (int) inflater.getBytesWritten()) {
            throw INVALID_TARBALL.with("the gzip check sum is wrong");
        }
        if (start < end || packed.read() >= 0) {
            throw INVALID_TARBALL.with("there is data after the end of the gzip file");
        }
        done = true;
    }

    private int next() throws IOException {
        if (start == end) {
            refill();
        }
        return buffer[start++] & 0xff;
    }

    private void refill() throws IOException {
        int count = packed.read(buffer, 0, buffer.length);
        if (count <= 0) {
            throw truncated();
        }
        start = 0;
        end = count;
    }

    private void skip(int count) throws IOException {
        if (count > LONGEST_FIELD) {
            throw INVALID_TARBALL.with("the gzip header is too long");
        }
        for (int i = 0; i < count; i++) {
            next();
        }
    }

    private void skipText() throws IOException {
        for (int i = 0; next() != 0; i++) {
            if (i > LONGEST_FIELD) {
                throw INVALID_TARBALL.with("the gzip header is too long");
            }
        }
    }

    private static Faulted truncated() {
        return INVALID_TARBALL.with("the gzip file is cut off");
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        packed.close();
    }
}
