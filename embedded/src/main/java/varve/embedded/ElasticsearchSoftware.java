package varve.embedded;

import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipInputStream;

/// Elasticsearch's programs, carried on the class path as a zip file.
final class ElasticsearchSoftware {
    private static final String PREFIX = "elasticsearch-";
    private static final int DIGITS = 16;

    private ElasticsearchSoftware() {}

    /// The folder with `lib`, `modules` and `config`, below `parent`.
    static Path unpackedIn(Path parent) {
        return Software.unpacked(folder(parent), ElasticsearchSoftware::unpack);
    }

    /// As {@link #unpackedIn}, in a folder that is ours alone, where older versions are removed.
    static Path unpackedAloneIn(Path parent) {
        var folder = unpackedIn(parent);
        Software.removeOthers(folder, PREFIX);
        return folder;
    }

    /// Named after the content, which changes with the server's version and with our launcher.
    private static Path folder(Path parent) {
        try (var stream = resource("home.zip.sha256")) {
            var hash = new String(stream.readNBytes(DIGITS), StandardCharsets.US_ASCII);
            return parent.resolve(PREFIX + hash);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void unpack(Path folder) throws IOException {
        try (var zip = new ZipInputStream(new BufferedInputStream(resource("home.zip")))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var target = folder.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(zip, target);
                }
            }
        }
    }

    private static InputStream resource(String name) throws IOException {
        var stream =
                ElasticsearchSoftware.class.getResourceAsStream("/varve/elasticsearch/" + name);
        if (stream == null) {
            throw new FileNotFoundException("this build carries no Elasticsearch (" + name + ")");
        }
        return stream;
    }
}
