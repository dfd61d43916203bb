package varve.acceptance.publishing;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import varve.blobs.Blob;
import varve.blobs.Blobs;
import varve.blobs.Bucket;
import varve.blobs.Place;

/// A shelf whose user is held up, or loses it, before a place is read or written.
record PausingShelf(Blobs shelf, Predicate<Place> here, Runnable pause) implements Blobs {
    @Override
    public void put(Place place, byte[] content, @Nullable String contentType) {
        reach(place);
        shelf.put(place, content, contentType);
    }

    @Override
    public void put(Place place, Path content, @Nullable String contentType) {
        shelf.put(place, content, contentType);
    }

    @Override
    public Optional<Blob> get(Place place) {
        reach(place);
        return shelf.get(place);
    }

    @Override
    public void remove(Place place) {
        shelf.remove(place);
    }

    @Override
    public void move(Place from, Place to, String contentType) {
        shelf.move(from, to, contentType);
    }

    @Override
    public void list(Bucket bucket, Consumer<String> key) {
        shelf.list(bucket, key);
    }

    @Override
    public void prepare() {
        shelf.prepare();
    }

    private void reach(Place place) {
        if (here.test(place)) {
            pause.run();
        }
    }
}
