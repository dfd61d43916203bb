package varve.artifacts.docs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.json.JsonMapper;
import varve.contract.docs.Documentation;

/// Documentation as it lies on the shelf: compact JSON, compressed.
public final class DocumentFile {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private DocumentFile() {}

    public static byte[] of(Documentation documentation) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(JSON.writeValueAsBytes(documentation));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
