package varve.command.publishing;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Gatherers;
import varve.artifacts.Inspection.Sound;
import varve.artifacts.StoredFile;
import varve.blobs.Blobs;
import varve.blobs.Paths;
import varve.contract.version.VersionRef;

/// All that a version from sources consists of, on the shelf. The file that names the others is
/// laid down last, and taken away first.
final class VersionFiles {
    private static final int AT_ONCE = 16;

    private final Blobs blobs;

    VersionFiles(Blobs blobs) {
        this.blobs = blobs;
    }

    void lay(VersionRef ref, Sound sound) {
        each(
                sound.files(),
                file ->
                        blobs.put(
                                Paths.module(ref, file.path()), file.bytes(), file.contentType()));
        blobs.put(Paths.npmTarball(ref), sound.npmTarball(), "application/octet-stream");
        blobs.put(Paths.documentation(ref), sound.documentation(), "application/gzip");
        blobs.put(Paths.versionMeta(ref), sound.versionMeta(), "application/json");
    }

    void remove(VersionRef ref, Sound sound) {
        blobs.remove(Paths.versionMeta(ref));
        blobs.remove(Paths.documentation(ref));
        blobs.remove(Paths.npmTarball(ref));
        each(sound.files(), file -> blobs.remove(Paths.module(ref, file.path())));
    }

    private static void each(List<StoredFile> files, Consumer<StoredFile> work) {
        var done =
                files.stream()
                        .gather(
                                Gatherers.mapConcurrent(
                                        AT_ONCE,
                                        file -> {
                                            work.accept(file);
                                            return file;
                                        }))
                        .count();
        if (done != files.size()) {
            throw new IllegalStateException("laid " + done + " of " + files.size());
        }
    }
}
