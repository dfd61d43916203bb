package varve.blobs;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import varve.contract.Sha256;

/// The shelf in memory, for tests: same promises, nothing kept.
public final class MemoryBlobs implements Blobs {
    private record Spot(Bucket bucket, String key) {}

    private record Lying(byte[] content, String etag, @Nullable String contentType) {}

    private final Map<Spot, Lying> shelf = new ConcurrentHashMap<>();

    @Override
    public void put(Place place, byte[] content, @Nullable String contentType) {
        shelf.put(spot(place), new Lying(content.clone(), etag(content), contentType));
    }

    @Override
    public void put(Place place, Path content, @Nullable String contentType) {
        try {
            put(place, Files.readAllBytes(content), contentType);
        } catch (IOException e) {
            throw new ShelfTrouble("putting " + place.key(), e);
        }
    }

    @Override
    public Optional<Blob> get(Place place) {
        return Optional.ofNullable(shelf.get(spot(place)))
                .map(lying ->
                        new Blob(
                                new ByteArrayInputStream(lying.content()),
                                lying.content().length,
                                lying.etag(),
                                lying.contentType()));
    }

    @Override
    public void remove(Place place) {
        shelf.remove(spot(place));
    }

    @Override
    public void move(Place from, Place to, String contentType) {
        var lying = shelf.remove(spot(from));
        if (lying != null) {
            put(to, lying.content(), contentType);
        }
    }

    @Override
    public void list(Bucket bucket, Consumer<String> key) {
        keys(bucket).forEach(key);
    }

    @Override
    public void prepare() {}

    /// Everything that lies in a bucket, sorted: one look shows what a publish left behind.
    public List<String> keys(Bucket bucket) {
        return shelf.keySet().stream()
                .filter(spot -> spot.bucket() == bucket)
                .map(Spot::key)
                .sorted()
                .toList();
    }

    private static Spot spot(Place place) {
        return new Spot(place.bucket(), place.key());
    }

    private static String etag(byte[] content) {
        return '"' + Sha256.hex(content).substring(0, 32) + '"';
    }
}
