package varve.blobs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// An object taken from the shelf. Whoever takes it closes it.
///
/// @param size in bytes
/// @param etag strong validator, with its quotes
/// @param file where the same bytes lie on this machine, when they do; it stays for some seconds at
///   least, so that the operating system can send it by itself
public record Blob(
        InputStream content,
        long size,
        String etag,
        @Nullable String contentType,
        @Nullable Path file)
        implements AutoCloseable {
    public Blob(InputStream content, long size, String etag, @Nullable String contentType) {
        this(content, size, etag, contentType, null);
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
