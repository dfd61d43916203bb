package varve.command.modules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Gatherers;
import varve.blobs.Blobs;
import varve.blobs.Paths;
import varve.command.modules.Listing.Entry;
import varve.contract.modules.ModuleVersion;

/// Carries the files of a checkout to the shelf. They are read one after another and put side by
/// side; large ones wait on the disk, so that memory does not grow with what a repository holds.
final class Unloading {
    private static final int PUTS_AT_ONCE = 16;
    private static final int LARGEST_IN_MEMORY = 512 << 10;

    private sealed interface Content {
        record Small(byte[] bytes) implements Content {}

        record Large(Path copy) implements Content {}
    }

    private record Read(Entry file, Content content) {}

    private final Blobs blobs;
    private final Checkout checkout;

    Unloading(Blobs blobs, Checkout checkout) {
        this.blobs = blobs;
        this.checkout = checkout;
    }

    void lay(List<Entry> files, ModuleVersion version) throws IOException {
        try (var contents = checkout.contents()) {
            long laid =
                    files.stream()
                            .map(file -> read(contents, file))
                            .gather(
                                    Gatherers.mapConcurrent(
                                            PUTS_AT_ONCE, read -> lay(version, read)))
                            .count();
            if (laid != files.size()) {
                throw new IOException("laid " + laid + " of " + files.size());
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private Entry lay(ModuleVersion version, Read read) {
        var path = read.file().path();
        var place = Paths.landFile(version, path);
        var type = ContentTypes.of(path);
        switch (read.content()) {
            case Content.Small(var bytes) -> blobs.put(place, bytes, type);
            case Content.Large(var copy) -> {
                blobs.put(place, copy, type);
                remove(copy);
            }
        }
        return read.file();
    }

    private Read read(FileContents contents, Entry file) {
        try {
            if (file.size() <= LARGEST_IN_MEMORY) {
                return new Read(file, new Content.Small(contents.of(file.object(), file.size())));
            }
            var copy = checkout.newFile();
            contents.copy(file.object(), file.size(), copy);
            return new Read(file, new Content.Large(copy));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path copy) {
        try {
            Files.delete(copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
