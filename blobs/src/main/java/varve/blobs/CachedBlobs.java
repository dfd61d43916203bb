package varve.blobs;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A shelf with its most wanted small objects at hand. Bytes that never change are kept as long as
/// there is room; lists are kept for a second, and not beyond a change that was made through this
/// same shelf, so a node always reads what it wrote. What is not there is never remembered.
public final class CachedBlobs implements Blobs {
    static final long LARGEST_KEPT = 512 << 10;
    private static final Duration LISTS_KEPT = Duration.ofSeconds(1);

    private record Spot(Bucket bucket, String key) {}

    private record Kept(
            byte[] content, String etag, @Nullable String contentType, boolean forEver) {
        Blob blob() {
            return new Blob(new ByteArrayInputStream(content), content.length, etag, contentType);
        }
    }

    private final Blobs shelf;
    private final Cache<Spot, Kept> kept;

    /// @param room for kept objects, in bytes
    public CachedBlobs(Blobs shelf, long room) {
        this.shelf = shelf;
        this.kept =
                Caffeine.newBuilder()
                        .maximumWeight(room)
                        .<Spot, Kept>weigher((_, object) -> object.content().length + 256)
                        .expireAfter(
                                Expiry.<Spot, Kept>creating((_, object) ->
                                        object.forEver() ? Duration.ofDays(365) : LISTS_KEPT))
                        .build();
    }

    @Override
    public Optional<Blob> get(Place place) {
        if (place.keeping() == Place.Keeping.NOT_AT_ALL) {
            return shelf.get(place);
        }
        var near = kept.getIfPresent(spot(place));
        return near == null ? fetch(place) : Optional.of(near.blob());
    }

    @Override
    public void put(Place place, byte[] content, @Nullable String contentType) {
        shelf.put(place, content, contentType);
        kept.invalidate(spot(place));
    }

    @Override
    public void put(Place place, Path content, @Nullable String contentType) {
        shelf.put(place, content, contentType);
        kept.invalidate(spot(place));
    }

    @Override
    public void remove(Place place) {
        shelf.remove(place);
        kept.invalidate(spot(place));
    }

    @Override
    public void forget(Place place) {
        shelf.forget(place);
        kept.invalidate(spot(place));
    }

    @Override
    public void forgetBelow(Bucket bucket, String prefix) {
        shelf.forgetBelow(bucket, prefix);
        kept.asMap()
                .keySet()
                .removeIf(spot -> spot.bucket() == bucket && spot.key().startsWith(prefix));
    }

    @Override
    public void move(Place from, Place to, String contentType) {
        shelf.move(from, to, contentType);
        kept.invalidate(spot(from));
        kept.invalidate(spot(to));
    }

    @Override
    public void list(Bucket bucket, Consumer<String> key) {
        shelf.list(bucket, key);
    }

    @Override
    public void prepare() {
        shelf.prepare();
    }

    /// Reading and keeping are one step to a concurrent change of the same object: it waits, and
    /// then throws away what was read before it. Objects too large to keep are handed on as they
    /// come.
    private Optional<Blob> fetch(Place place) {
        var large = new Blob[1];
        var now =
                kept.asMap()
                        .computeIfAbsent(
                                spot(place),
                                _ -> {
                                    var found = shelf.get(place);
                                    if (found.isPresent() && found.get().size() > LARGEST_KEPT) {
                                        large[0] = found.get();
                                        return null;
                                    }
                                    return found.map(blob -> read(place, blob)).orElse(null);
                                });
        return now == null ? Optional.ofNullable(large[0]) : Optional.of(now.blob());
    }

    private static Kept read(Place place, Blob blob) {
        try (blob) {
            return new Kept(
                    blob.content().readAllBytes(),
                    blob.etag(),
                    blob.contentType(),
                    place.keeping() == Place.Keeping.FOR_EVER);
        } catch (IOException e) {
            throw new ShelfTrouble("reading " + place.key(), e);
        }
    }

    private static Spot spot(Place place) {
        return new Spot(place.bucket(), place.key());
    }
}
