package varve.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.Function;
import varve.embedded.EmbeddedServerFailure;
import varve.embedded.HomeInUse;

/// Homes of servers that outlive a test run, so that only the first run on a machine pays for
/// unpacking and creating. Runs at the same time get different ones.
final class Slots {
    private static final int MOST = 64;

    private Slots() {}

    /// The user's folder for what can be made again.
    static Path cache() {
        var userHome = Path.of(System.getProperty("user.home"));
        var parent =
                Files.isWritable(userHome)
                        ? userHome.resolve(".cache")
                        : Path.of(System.getProperty("java.io.tmpdir"));
        return parent.resolve("varve-testkit");
    }

    /// Starts a server in the first home that is free. One that does not start is emptied first: it
    /// may be the leftover of a machine that lost power.
    static <T> T inFreeHome(String kind, Function<Path, T> start) {
        for (int i = 0; i < MOST; i++) {
            var home = cache().resolve(kind + "-" + i);
            try {
                return startOrRestart(home, start);
            } catch (HomeInUse _) {
                // the next one
            }
        }
        throw new IllegalStateException("All " + MOST + " homes below " + cache() + " are in use");
    }

    private static <T> T startOrRestart(Path home, Function<Path, T> start) {
        try {
            return start.apply(home);
        } catch (HomeInUse e) {
            throw e;
        } catch (EmbeddedServerFailure _) {
            delete(home);
            return start.apply(home);
        }
    }

    /// Removes everything in a folder, and leaves the folder.
    static void empty(Path folder) {
        try (var children = Files.newDirectoryStream(folder)) {
            children.forEach(Slots::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path tree) {
        if (Files.notExists(tree)) {
            return;
        }
        try (var paths = Files.walk(tree)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
