package varve.embedded;

import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// PostgreSQL's programs for this machine, carried on the class path as a tar file.
final class PostgresSoftware {
    private static final String PREFIX = "postgresql-";

    private PostgresSoftware() {}

    /// The folder with `bin`, `lib` and `share`, below `parent`.
    static Path unpackedIn(Path parent) {
        return Software.unpacked(folder(parent), PostgresSoftware::unpack);
    }

    /// As {@link #unpackedIn}, in a folder that is ours alone, where older versions are removed.
    static Path unpackedAloneIn(Path parent) {
        var folder = unpackedIn(parent);
        Software.removeOthers(folder, PREFIX);
        return folder;
    }

    private static Path folder(Path parent) {
        return parent.resolve(PREFIX + Versions.POSTGRES);
    }

    private static void unpack(Path folder) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(archive()))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                place(entry, tar, folder.resolve(entry.getName()).normalize());
            }
        }
    }

    private static void place(TarArchiveEntry entry, InputStream bytes, Path target)
            throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(bytes, target);
            var mode = (entry.getMode() & 0100) == 0 ? "rw-r--r--" : "rwxr-xr-x";
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(mode));
        }
    }

    private static InputStream archive() throws IOException {
        var name = "/postgres-" + system() + ".txz";
        var stream = PostgresSoftware.class.getResourceAsStream(name);
        if (stream == null) {
            throw new FileNotFoundException(
                    "this build carries no PostgreSQL for this machine (" + name + ")");
        }
        return new BufferedInputStream(stream);
    }

    private static String system() {
        var arch =
                switch (System.getProperty("os.arch")) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64" -> "arm_64";
                    case String other -> other;
                };
        var os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (os.startsWith("mac")) {
            return "darwin-" + arch;
        }
        var musl = Files.exists(Path.of("/etc/alpine-release"));
        return os + "-" + arch + (musl ? "-alpine_linux" : "");
    }
}
