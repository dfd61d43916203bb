package varve.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;

/// Unpacks a server's programs into a folder named after their version: whole or not at all, once,
/// also when several processes want the same folder at the same time.
final class Software {
    private Software() {}

    /// Fills an empty folder.
    @FunctionalInterface
    interface Filling {
        void into(Path folder) throws IOException;
    }

    static Path unpacked(Path target, Filling filling) {
        if (Files.isDirectory(target)) {
            return target;
        }
        try {
            var parent = Files.createDirectories(target.toAbsolutePath().getParent());
            var half = Files.createTempDirectory(parent, target.getFileName() + ".");
            filling.into(half);
            try {
                Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileSystemException e) {
                delete(half);
                if (!Files.isDirectory(target)) {
                    throw e;
                }
            }
            return target;
        } catch (IOException e) {
            throw new EmbeddedServerFailure("Cannot unpack " + target + ": " + e, e);
        }
    }

    /// Removes other versions beside `target` and what an interrupted unpacking left.
    static void removeOthers(Path target, String prefix) {
        try (var siblings = Files.newDirectoryStream(target.getParent(), prefix + "*")) {
            for (var sibling : siblings) {
                if (!sibling.equals(target)) {
                    delete(sibling);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path tree) throws IOException {
        if (Files.notExists(tree)) {
            return;
        }
        try (var paths = Files.walk(tree)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
