package varve.acceptance.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/// An archive of the program's loaded classes, which halves the work of a start. One registry of
/// the first run after a build writes it when it stops; all later starts use it.
final class LoadedClasses {
    private final Path archive;
    private final AtomicBoolean claimed = new AtomicBoolean();

    private LoadedClasses(Path archive) {
        this.archive = archive;
    }

    /// The archive for exactly these files.
    static LoadedClasses of(List<String> classPath) {
        long hash = 0;
        for (var entry : classPath) {
            hash = 31 * hash + entry.hashCode();
            hash = 31 * hash + modified(Path.of(entry));
        }
        var name = "varve-" + Long.toHexString(hash) + ".jsa";
        return new LoadedClasses(Path.of("target", name).toAbsolutePath());
    }

    /// Whether the caller is the one that writes it.
    boolean claim() {
        if (Files.exists(archive) || !claimed.compareAndSet(false, true)) {
            return false;
        }
        removeThoseOfOlderBuilds();
        return true;
    }

    private void removeThoseOfOlderBuilds() {
        try (var older = Files.newDirectoryStream(archive.getParent(), "varve-*.jsa")) {
            for (var file : older) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Options for a virtual machine.
    List<String> options(boolean writing) {
        if (!writing && !Files.exists(archive)) {
            return List.of();
        }
        return List.of(
                "-Xlog:cds*=off",
                "-Xlog:aot*=off",
                "-XX:SharedArchiveFile=" + archive,
                writing ? "-XX:+AutoCreateSharedArchive" : "-Xshare:auto");
    }

    private static long modified(Path entry) {
        try {
            return Files.exists(entry) ? Files.getLastModifiedTime(entry).toMillis() : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
