package varve.blobs;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Bytes that are written to a file while somebody reads them. A file that cannot be written is
/// given up, and the reading goes on.
final class CopiedInput extends FilterInputStream {
    /// Told once, when the reader is done.
    interface Done {
        /// @param whole whether the file has all bytes
        /// @return whether the file is to stay
        boolean tell(boolean whole);
    }

    private final Path file;
    private final long size;
    private final Done done;
    private @Nullable OutputStream copy;
    private long copied;
    private boolean over;

    CopiedInput(InputStream content, Path file, long size, Done done) {
        super(content);
        this.file = file;
        this.size = size;
        this.done = done;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = super.read(into, offset, length);
        if (count > 0 && !over) {
            keep(into, offset, count);
        }
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        finish(false);
        return super.skip(count);
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() throws IOException {
        finish(copied == size);
        super.close();
    }

    private void keep(byte[] content, int offset, int count) {
        try {
            if (copy == null) {
                copy = Files.newOutputStream(file);
            }
            copy.write(content, offset, count);
            copied += count;
        } catch (IOException _) {
            finish(false);
        }
    }

    private void finish(boolean whole) {
        if (over) {
            return;
        }
        over = true;
        boolean closed = closed();
        if (!done.tell(whole && closed)) {
            discard();
        }
    }

    private boolean closed() {
        try {
            if (copy != null) {
                copy.close();
            }
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private void discard() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException _) {
            file.toFile().deleteOnExit();
        }
    }
}
