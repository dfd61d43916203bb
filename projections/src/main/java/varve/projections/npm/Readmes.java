package varve.projections.npm;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.artifacts.packument.Remembered;
import varve.blobs.Blobs;
import varve.blobs.Paths;
import varve.blobs.Place;
import varve.blobs.ShelfTrouble;
import varve.contract.publishing.FilePath;
import varve.contract.version.VersionRef;

/// What the READMEs of versions say, as far as packuments repeat it. They are looked up where they
/// lie, since facts do not hold them, and never change.
@Component
class Readmes {
    private static final Logger LOG = LoggerFactory.getLogger(Readmes.class);

    /// Bytes (npm's limit).
    private static final int LONGEST = 64 << 10;

    /// Bytes that are unpacked to find one.
    private static final long FARTHEST = 64L << 20;

    /// Bytes.
    private static final int REMEMBERED = 8 << 20;

    /// In the order in which npm prefers them.
    private static final List<String> NAMES =
            List.of("readme.md", "readme.markdown", "readme.txt", "readme");

    private static final String OF_SOURCE =
            "select readme from varve_read.version where (scope, name, version) = (?, ?, ?)";

    private final JdbcClient db;
    private final Blobs blobs;
    private final Remembered<VersionRef, Optional<Readme>> known =
            new Remembered<>(
                    REMEMBERED, found -> 100 + found.map(r -> 2 * r.text().length()).orElse(0));

    Readmes(JdbcClient db, Blobs blobs) {
        this.db = db;
        this.blobs = blobs;
    }

    /// @param file what it is called
    /// @param text cut where it is too long
    record Readme(String file, String text) {
        private static Readme read(String file, InputStream content) throws IOException {
            var bytes = content.readNBytes(LONGEST + 1);
            int end = Math.min(bytes.length, LONGEST);
            while (end > 0 && end < bytes.length && (bytes[end] & 0xC0) == 0x80) {
                end--;
            }
            return new Readme(file, new String(bytes, 0, end, StandardCharsets.UTF_8));
        }
    }

    /// @return empty when the npm package has none there
    /// @throws ShelfTrouble when the shelf does not answer
    Optional<Readme> of(VersionRef ref) {
        var before = known.known(ref);
        if (before != null) {
            return before;
        }
        var place = Paths.tarball(ref);
        var tarball = spooled(place);
        if (tarball == null) {
            return Optional.empty();
        }
        try {
            var found = inTarball(tarball, ref);
            known.keep(ref, found);
            return found;
        } finally {
            discard(tarball);
        }
    }

    /// The same for a package of sources.
    Optional<Readme> ofSource(VersionRef ref) {
        var file =
                db.sql(OF_SOURCE)
                        .params(
                                ref.pkg().scope().text(),
                                ref.pkg().name().text(),
                                ref.version().text())
                        .query((row, _) -> Optional.ofNullable(row.getString(1)))
                        .optional()
                        .flatMap(one -> one);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        var place = Paths.module(ref, FilePath.of(file.get()));
        var blob = blobs.get(place);
        if (blob.isEmpty()) {
            return Optional.empty();
        }
        try (var there = blob.get()) {
            return Optional.of(Readme.read(file.get().substring(1), there.content()));
        } catch (IOException e) {
            throw new ShelfTrouble("reading " + place.key(), e);
        }
    }

    /// So that trouble with the shelf is not taken for a bad archive.
    private @Nullable Path spooled(Place place) {
        var blob = blobs.get(place);
        if (blob.isEmpty()) {
            return null;
        }
        try (var there = blob.get()) {
            var file = Files.createTempFile("varve-readme-", ".tgz");
            Files.copy(there.content(), file, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException e) {
            throw new ShelfTrouble("reading " + place.key(), e);
        }
    }

    private static Optional<Readme> inTarball(Path file, VersionRef ref) {
        var best = Optional.<Readme>empty();
        try (var tar = new TarArchiveInputStream(new GZIPInputStream(Files.newInputStream(file)))) {
            for (var entry = tar.getNextEntry();
                    entry != null && rank(best) > 0 && tar.getBytesRead() < FARTHEST;
                    entry = tar.getNextEntry()) {
                var parts = entry.getName().split("/", -1);
                if (entry.isFile() && parts.length == 2 && rank(parts[1]) < rank(best)) {
                    best = Optional.of(Readme.read(parts[1], tar));
                }
            }
        } catch (IOException e) {
            LOG.atWarn()
                    .addKeyValue("version", ref.text())
                    .addKeyValue("reason", e.getMessage())
                    .log("cannot look for a README");
        }
        return best;
    }

    private static int rank(Optional<Readme> found) {
        return found.map(readme -> rank(readme.file())).orElse(NAMES.size());
    }

    private static int rank(String file) {
        int rank = NAMES.indexOf(file.toLowerCase(Locale.ROOT));
        return rank < 0 ? NAMES.size() : rank;
    }

    private static void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.atWarn().addKeyValue("reason", e.getMessage()).log("a temporary file stays");
        }
    }
}
