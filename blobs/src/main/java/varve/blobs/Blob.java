package varve.blobs;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// An object taken from the shelf. Whoever takes it closes it.
///
/// @param size in bytes
/// @param etag strong validator, with its quotes
public record Blob(InputStream content, long size, String etag, @Nullable String contentType)
        implements AutoCloseable {
    @Override
    public void close() throws IOException {
        content.close();
    }
}
