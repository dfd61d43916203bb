package varve.standalone.upkeep;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import varve.blobs.Blob;
import varve.blobs.Blobs;
import varve.blobs.Bucket;
import varve.blobs.Place;
import varve.blobs.Place.Keeping;
import varve.contract.Sha256;
import varve.standalone.settings.BadSetting;

/// Carries objects between the shelf and a folder, where each content lies once, under its hash,
/// and a list says what it is called on the shelf.
final class ShelfTransfer {
    private static final String LIST = "shelf.ndjson";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private record Line(Bucket bucket, String key, @Nullable String type, String sha256) {}

    private record Spot(Bucket bucket, String key) {}

    private final Blobs shelf;
    private final Path folder;
    private final Set<Spot> copied = new HashSet<>();

    ShelfTransfer(Blobs shelf, Path folder) {
        this.shelf = shelf;
        this.folder = folder;
    }

    /// Copies what lies in a bucket and was not copied before.
    void write(Bucket bucket) throws IOException {
        try (var list =
                Files.newBufferedWriter(
                        folder.resolve(LIST),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND)) {
            shelf.list(bucket, key -> write(new Place(bucket, key, Keeping.NOT_AT_ALL), list));
        }
    }

    void write(Place place) throws IOException {
        try (var list =
                Files.newBufferedWriter(
                        folder.resolve(LIST),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND)) {
            write(place, list);
        }
    }

    /// What was taken away since it was named is not needed any more.
    private void write(Place place, BufferedWriter list) {
        var spot = new Spot(place.bucket(), place.key());
        if (copied.contains(spot)) {
            return;
        }
        try {
            var found = shelf.get(place);
            if (found.isPresent()) {
                try (var blob = found.get()) {
                    var line = new Line(spot.bucket(), spot.key(), blob.contentType(), keep(blob));
                    list.write(JSON.writeValueAsString(line));
                    list.newLine();
                }
                copied.add(spot);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("copying " + place.key(), e);
        }
    }

    private String keep(Blob blob) throws IOException {
        var digest = Sha256.digest();
        var draft = folder.resolve("draft");
        try (var in = new DigestInputStream(blob.content(), digest)) {
            Files.copy(in, draft, StandardCopyOption.REPLACE_EXISTING);
        }
        var sha256 = Sha256.hex(digest);
        Files.createDirectories(object(sha256).getParent());
        Files.move(draft, object(sha256), StandardCopyOption.REPLACE_EXISTING);
        return sha256;
    }

    int copied() {
        return copied.size();
    }

    /// Lays everything on the shelf again. Lists get their rules for caching when they are computed
    /// again; what never changes gets them here.
    void read() throws IOException {
        try (var lines = Files.lines(folder.resolve(LIST))) {
            for (var text : (Iterable<String>) lines::iterator) {
                var line = JSON.readValue(text, Line.class);
                var file = object(line.sha256());
                if (Files.notExists(file)) {
                    throw new BadSetting("restore: " + file + " is missing");
                }
                boolean ours = line.bucket() == Bucket.UPLOADS || line.bucket() == Bucket.LOG;
                var keeping = ours ? Keeping.NOT_AT_ALL : Keeping.FOR_EVER;
                shelf.put(new Place(line.bucket(), line.key(), keeping), file, line.type());
            }
        }
    }

    private Path object(String sha256) {
        return folder.resolve("objects").resolve(sha256.substring(0, 2)).resolve(sha256);
    }
}
