package varve.artifacts;

import org.jspecify.annotations.Nullable;
import varve.contract.publishing.FilePath;

/// One uploaded file. The bytes are not copied: treat them as read-only.
///
/// @param sha256 lower-case hexadecimal digest of the bytes
/// @param contentType as modules are served, absent when the extension says nothing
@SuppressWarnings("ArrayRecordComponent")
public record StoredFile(FilePath path, byte[] bytes, String sha256, @Nullable String contentType) {

    /// Size in bytes.
    public int size() {
        return bytes.length;
    }
}
