package varve.blobs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The shelf. An object that was put can be read by everyone as soon as `put` returns.
public interface Blobs {
    /// Lays bytes on the shelf, replacing what was there.
    ///
    /// @param contentType absent when nothing is known about the content
    /// @throws ShelfTrouble when the shelf cannot be reached or refuses
    void put(Place place, byte[] content, @Nullable String contentType);

    /// Lays a file on the shelf, for content too large to hold in memory.
    void put(Place place, Path content, @Nullable String contentType);

    /// @throws ShelfTrouble when the shelf cannot be reached
    Optional<Blob> get(Place place);

    /// Takes an object away; no trouble if there is none.
    void remove(Place place);

    /// Another node has taken an object away: whatever is kept of it near by does not count any
    /// more.
    default void forget(Place place) {}

    /// The same for everything whose key begins so.
    default void forgetBelow(Bucket bucket, String prefix) {}

    /// Lets an object lie elsewhere from now on. When there is none at `from`, it was moved before,
    /// and nothing happens.
    ///
    /// @param contentType of the object at its new place
    /// @throws ShelfTrouble when the shelf cannot be reached or refuses
    void move(Place from, Place to, String contentType);

    /// Names every object in a bucket, in no particular order. What comes and goes meanwhile may be
    /// named or not.
    ///
    /// @throws ShelfTrouble when the shelf cannot be reached
    void list(Bucket bucket, Consumer<String> key);

    /// Readies the buckets.
    ///
    /// @throws ShelfTrouble when the shelf cannot be reached
    void prepare();

    /// All bytes of an object that is known to be small.
    default Optional<byte[]> bytes(Place place) {
        var found = get(place);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try (var blob = found.get();
                InputStream content = blob.content()) {
            return Optional.of(content.readAllBytes());
        } catch (IOException e) {
            throw new ShelfTrouble("reading " + place.key(), e);
        }
    }
}
