package varve.acceptance.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// Folders for the data of registries.
public final class Homes {
    private Homes() {}

    /// A path at which there is nothing yet.
    public static Path fresh() {
        try {
            var parent = Files.createDirectories(Path.of("target", "homes").toAbsolutePath());
            return Files.createTempDirectory(parent, "varve-").resolve("data");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The embedded PostgreSQL of a home, which is no child of the program that started it.
    static Stream<ProcessHandle> postgres(Path home) {
        var file = home.resolve("postgres").resolve("data").resolve("postmaster.pid");
        try (var lines = Files.lines(file)) {
            return lines.findFirst().map(String::strip).map(Long::parseLong).stream()
                    .flatMap(pid -> ProcessHandle.of(pid).stream());
        } catch (IOException | UncheckedIOException _) {
            return Stream.empty();
        }
    }

    /// As much of it as can be removed.
    static void remove(Path home) {
        try (var paths = Files.walk(home)) {
            paths.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException | UncheckedIOException _) {
            // `make clean` removes the rest
        }
    }
}
