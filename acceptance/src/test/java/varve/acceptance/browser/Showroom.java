package varve.acceptance.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import varve.acceptance.kit.RunningVarve;

/// A registry with something to show on every page: it fetches modules from repositories in a
/// folder.
final class Showroom {
    private static final class Lazily {
        static final Path FOLDER = temporary();
    }

    private Showroom() {}

    static RunningVarve open() {
        return RunningVarve.start(
                Map.of(
                        "VARVE_GIT_BASE_URL",
                        folder().toUri().toString(),
                        "VARVE_WEBHOOK_ANY_ADDRESS",
                        "true"));
    }

    /// Where the repositories are, by owner and name.
    static Path folder() {
        return Lazily.FOLDER;
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("varve-repositories-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
