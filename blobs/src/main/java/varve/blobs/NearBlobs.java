package varve.blobs;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A shelf whose large objects that never change are also files of this machine, the most wanted of
/// them, as far as there is room. The first reader's bytes are kept while they pass by; nobody
/// waits for it.
public final class NearBlobs implements Blobs {
    private static final int UNIT = 1 << 10;

    /// Somebody may be about to send a file that was given up.
    private static final long SECONDS_LEFT_LYING = 10;

    private record Spot(Bucket bucket, String key) {}

    private record Kept(Path file, long size, String etag, @Nullable String contentType) {}

    private final Blobs shelf;
    private final Path folder;
    private final Cache<Spot, Kept> kept;
    private final Set<Spot> passing = ConcurrentHashMap.newKeySet();

    /// @param folder emptied here, for nobody knows what changed in the meantime
    /// @param room for kept objects, in bytes
    public NearBlobs(Blobs shelf, Path folder, long room) {
        this.shelf = shelf;
        this.folder = emptied(folder);
        this.kept =
                Caffeine.newBuilder()
                        .maximumWeight(room / UNIT)
                        .<Spot, Kept>weigher((_, object) -> (int) (object.size() / UNIT) + 1)
                        .<Spot, Kept>removalListener((_, object, _) -> giveUp(object))
                        .build();
    }

    @Override
    public Optional<Blob> get(Place place) {
        var spot = spot(place);
        var near = kept.getIfPresent(spot);
        if (near != null) {
            return Optional.of(open(near));
        }
        var found = shelf.get(place);
        return place.keeping() == Place.Keeping.FOR_EVER
                ? found.map(blob -> keeping(spot, blob))
                : found;
    }

    @Override
    public void put(Place place, byte[] content, @Nullable String contentType) {
        shelf.put(place, content, contentType);
        forget(place);
    }

    @Override
    public void put(Place place, Path content, @Nullable String contentType) {
        shelf.put(place, content, contentType);
        forget(place);
    }

    @Override
    public void remove(Place place) {
        shelf.remove(place);
        forget(place);
    }

    @Override
    public void move(Place from, Place to, String contentType) {
        shelf.move(from, to, contentType);
        forget(from);
        forget(to);
    }

    @Override
    public void list(Bucket bucket, Consumer<String> key) {
        shelf.list(bucket, key);
    }

    @Override
    public void prepare() {
        shelf.prepare();
    }

    /// What is being read at this moment is not kept either.
    @Override
    public void forget(Place place) {
        passing.remove(spot(place));
        kept.invalidate(spot(place));
    }

    @Override
    public void forgetBelow(Bucket bucket, String prefix) {
        shelf.forgetBelow(bucket, prefix);
        Predicate<Spot> below = spot -> spot.bucket() == bucket && spot.key().startsWith(prefix);
        passing.removeIf(below);
        kept.asMap().keySet().removeIf(below);
    }

    private Blob keeping(Spot spot, Blob blob) {
        if (blob.size() <= CachedBlobs.LARGEST_KEPT || !passing.add(spot)) {
            return blob;
        }
        var file = folder.resolve(UUID.randomUUID().toString());
        var copied =
                new CopiedInput(
                        blob.content(),
                        file,
                        blob.size(),
                        whole -> {
                            if (passing.remove(spot) && whole) {
                                kept.put(
                                        spot,
                                        new Kept(
                                                file,
                                                blob.size(),
                                                blob.etag(),
                                                blob.contentType()));
                                return true;
                            }
                            return false;
                        });
        return new Blob(copied, blob.size(), blob.etag(), blob.contentType());
    }

    private static Blob open(Kept near) {
        try {
            InputStream content = Files.newInputStream(near.file());
            return new Blob(content, near.size(), near.etag(), near.contentType(), near.file());
        } catch (IOException e) {
            throw new ShelfTrouble("reading " + near.file(), e);
        }
    }

    private static void giveUp(@Nullable Kept object) {
        if (object != null) {
            CompletableFuture.delayedExecutor(SECONDS_LEFT_LYING, TimeUnit.SECONDS)
                    .execute(() -> delete(object.file()));
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path emptied(Path folder) {
        try {
            Files.createDirectories(folder);
            try (var left = Files.list(folder)) {
                left.forEach(NearBlobs::delete);
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Spot spot(Place place) {
        return new Spot(place.bucket(), place.key());
    }
}
