package varve.query.pages.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import varve.blobs.Blobs;
import varve.blobs.Paths;
import varve.blobs.ShelfTrouble;
import varve.contract.version.VersionRef;

/// Looks into tarballs that npm clients published. They were examined when they came, so they are
/// read plainly; only how much is read has a bound.
@Component
public class Tarballs {
    private static final long MOST_BYTES = 256L << 20;
    private static final int MOST_FILES = 50_000;

    private final Blobs blobs;

    Tarballs(Blobs blobs) {
        this.blobs = blobs;
    }

    /// What is in a tarball, and perhaps one of its files.
    ///
    /// @param path of the wanted file, absent when there is none
    /// @param content of it, absent also when it is too large
    @SuppressWarnings("ArrayRecordComponent")
    public record Look(Manifest files, @Nullable String path, byte @Nullable [] content) {}

    /// Reads a tarball once.
    ///
    /// @param wanted tells by its path, which begins with a slash, whether a file's content is
    ///   wanted; the first such file is taken
    /// @param most bytes of it
    /// @return empty when there is no such tarball
    public Optional<Look> look(VersionRef version, Predicate<String> wanted, int most) {
        var found = blobs.get(Paths.tarball(version));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try (var blob = found.get();
                var tar =
                        new TarArchiveInputStream(
                                new GZIPInputStream(new BufferedInputStream(blob.content())))) {
            return Optional.of(look(tar, wanted, most));
        } catch (IOException e) {
            throw new ShelfTrouble("reading " + version.text(), e);
        }
    }

    private static Look look(TarArchiveInputStream tar, Predicate<String> wanted, int most)
            throws IOException {
        var files = new LinkedHashMap<String, Manifest.Entry>();
        String path = null;
        byte[] content = null;
        for (var entry = tar.getNextEntry();
                entry != null && files.size() < MOST_FILES && tar.getBytesRead() < MOST_BYTES;
                entry = tar.getNextEntry()) {
            int root = entry.getName().indexOf('/');
            if (!entry.isFile() || root < 0) {
                continue;
            }
            var name = entry.getName().substring(root);
            files.put(name, new Manifest.Entry(entry.getSize()));
            if (path == null && wanted.test(name)) {
                path = name;
                content = entry.getSize() > most ? null : tar.readNBytes(most);
            }
        }
        return new Look(new Manifest(files), path, content);
    }
}
