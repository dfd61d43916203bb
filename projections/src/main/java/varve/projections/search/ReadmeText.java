package varve.projections.search;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import varve.blobs.Blobs;
import varve.blobs.Paths;
import varve.blobs.ShelfTrouble;
import varve.contract.pkg.PackageRef;
import varve.contract.publishing.FilePath;
import varve.contract.version.VersionNumber;
import varve.contract.version.VersionRef;

/// What a README says, as far as it is searched: its first 32 KiB.
@Component
class ReadmeText {
    private static final int MOST = 32 * 1024;
    private static final int MOST_FILES = 1_000;
    private static final Pattern README =
            Pattern.compile("(?i)[^/]*/readme(\\.md|\\.markdown|\\.txt)?");

    private final Blobs blobs;

    ReadmeText(Blobs blobs) {
        this.blobs = blobs;
    }

    /// @param version to look into, absent when there is none
    /// @param file among the sources, absent to look into the tarball of an npm package
    /// @return empty when there is none
    /// @throws ShelfTrouble when the shelf does not answer
    String of(PackageRef pkg, @Nullable String version, @Nullable String file) {
        if (version == null) {
            return "";
        }
        var ref = new VersionRef(pkg, VersionNumber.of(version));
        var place = file == null ? Paths.tarball(ref) : Paths.module(ref, FilePath.of(file));
        var found = blobs.get(place);
        if (found.isEmpty()) {
            return "";
        }
        try (var blob = found.get()) {
            return file == null ? inTarball(blob.content()) : begin(blob.content());
        } catch (IOException e) {
            throw new ShelfTrouble("reading " + place.key(), e);
        }
    }

    private static String inTarball(InputStream content) throws IOException {
        try (var tar =
                new TarArchiveInputStream(new GZIPInputStream(new BufferedInputStream(content)))) {
            int files = 0;
            for (var entry = tar.getNextEntry();
                    entry != null && files < MOST_FILES;
                    entry = tar.getNextEntry()) {
                if (entry.isFile() && README.matcher(entry.getName()).matches()) {
                    return begin(tar);
                }
                files++;
            }
            return "";
        }
    }

    private static String begin(InputStream content) throws IOException {
        return new String(content.readNBytes(MOST), StandardCharsets.UTF_8);
    }
}
