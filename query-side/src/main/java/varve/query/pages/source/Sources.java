package varve.query.pages.source;

import java.io.IOException;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import varve.blobs.Blobs;
import varve.blobs.Paths;
import varve.blobs.ShelfTrouble;
import varve.contract.publishing.FilePath;
import varve.contract.version.VersionRef;
import varve.query.pages.pkg.PackageHead;

/// Finds the files of a version with one look at the shelf, whether they lie there one by one or in
/// a tarball.
@Component
class Sources {
    /// What is at a path.
    sealed interface Found {
        record AFile(FileText text, long size) implements Found {}

        record AFolder(Folder folder) implements Found {}
    }

    private final Blobs blobs;
    private final Tarballs tarballs;
    private final JsonMapper json;

    Sources(Blobs blobs, Tarballs tarballs, JsonMapper json) {
        this.blobs = blobs;
        this.tarballs = tarballs;
        this.json = json;
    }

    /// @param path with a slash in front; one at the end says that it is a folder
    Optional<Found> at(PackageHead head, VersionRef version, String path) {
        return head.isNpm() ? inTarball(version, path) : onShelf(version, path);
    }

    private Optional<Found> inTarball(VersionRef version, String path) {
        return tarballs.look(version, path::equals, FileText.LARGEST)
                .flatMap(look -> {
                    if (look.path() == null) {
                        return folder(look.files(), path);
                    }
                    long size = look.files().file(path).orElseThrow().size();
                    var content = look.content();
                    return Optional.of(
                            new Found.AFile(
                                    content == null
                                            ? new FileText.TooLarge()
                                            : FileText.of(content),
                                    size));
                });
    }

    /// In a package whose files lie there one by one.
    ///
    /// @param path with a slash in front
    Optional<Found> onShelf(VersionRef version, String path) {
        return path.endsWith("/")
                ? listed(version, path)
                : file(version, path).or(() -> listed(version, path));
    }

    private Optional<Found> listed(VersionRef version, String path) {
        return blobs.bytes(Paths.versionMeta(version))
                .flatMap(list -> folder(Manifest.read(list, json), path));
    }

    private static Optional<Found> folder(Manifest manifest, String path) {
        return manifest.folder(path.replaceFirst("/+$", "")).map(Found.AFolder::new);
    }

    private Optional<Found> file(VersionRef version, String path) {
        var found = blobs.get(Paths.module(version, FilePath.of(path)));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try (var blob = found.get()) {
            var text =
                    blob.size() > FileText.LARGEST
                            ? new FileText.TooLarge()
                            : FileText.of(blob.content().readAllBytes());
            return Optional.of(new Found.AFile(text, blob.size()));
        } catch (IOException e) {
            throw new ShelfTrouble("reading " + path, e);
        }
    }
}
