package varve.query.docs;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import varve.blobs.Blobs;
import varve.blobs.Paths;
import varve.blobs.ShelfTrouble;
import varve.contract.docs.Documentation;
import varve.contract.version.VersionRef;

/// Takes the documentation of versions from the shelf. It never changes, so what was read is kept
/// while there is room.
@Component
public class Documents {
    private static final int LARGEST = 64 << 20;
    private static final long ROOM = 64L << 20;

    private record Kept(Documentation documentation, int size) {}

    private final Blobs blobs;
    private final JsonMapper json;
    private final Cache<VersionRef, Kept> kept =
            Caffeine.newBuilder()
                    .maximumWeight(ROOM)
                    .<VersionRef, Kept>weigher((_, one) -> one.size())
                    .build();

    Documents(Blobs blobs, JsonMapper json) {
        this.blobs = blobs;
        this.json = json;
    }

    /// The documentation of a version.
    ///
    /// @return empty when the version has none, as npm packages
    /// @throws ShelfTrouble when the shelf does not answer
    public Optional<Documentation> of(VersionRef ref) {
        var known = kept.getIfPresent(ref);
        if (known != null) {
            return Optional.of(known.documentation());
        }
        return blobs.bytes(Paths.documentation(ref)).map(bytes -> read(ref, bytes));
    }

    private Documentation read(VersionRef ref, byte[] compressed) {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            var bytes = in.readNBytes(LARGEST);
            var documentation = json.readValue(bytes, Documentation.class);
            kept.put(ref, new Kept(documentation, bytes.length));
            return documentation;
        } catch (IOException e) {
            throw new ShelfTrouble("reading the documentation of " + ref.text(), e);
        }
    }
}
