package varve.command.npm;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import varve.contract.Refusal;
import varve.contract.Refused;

/// The body of a request, read no further than it may be long. A tarball inside has room of its
/// own, which is opened when it begins.
final class Body extends FilterInputStream {
    /// All that is not a tarball: whole documents of packages with thousands of versions.
    static final long LARGEST_DOCUMENT = 32L << 20;

    /// Base64 makes four characters of three bytes.
    static final long LARGEST = LARGEST_DOCUMENT + Tarball.LARGEST / 3 * 4 + 4;

    private long room = LARGEST_DOCUMENT;

    Body(InputStream in) {
        super(in);
    }

    /// A tarball begins.
    void makeRoomForTarball() {
        room += LARGEST - LARGEST_DOCUMENT;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        if (one >= 0) {
            count(1);
        }
        return one;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int n = super.read(target, offset, length);
        if (n > 0) {
            count(n);
        }
        return n;
    }

    private void count(int bytes) {
        room -= bytes;
        if (room < 0) {
            throw new Refused(new Refusal.BodyTooLarge(LARGEST));
        }
    }
}
