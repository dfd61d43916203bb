package varve.acceptance.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import varve.acceptance.kit.Run;

/// Runs the scripts of `acceptance/browser`, which look at the pages with a browser.
final class Browser {
    private static final Path SCRIPTS = Path.of("browser").toAbsolutePath();
    private static final JsonMapper JSON = new JsonMapper();

    private Browser() {}

    /// Runs a script of tests to its end.
    ///
    /// @param subject what it is to look at, as `kit.mjs` reads it
    static Run test(String script, Map<String, ?> subject, Duration deadline) {
        return run(List.of("node", "--test", script), subject, deadline);
    }

    static Run run(List<String> command, Map<String, ?> subject, Duration deadline) {
        if (!Files.isDirectory(SCRIPTS.resolve("node_modules"))) {
            throw new IllegalStateException("run build/test-clients first");
        }
        try {
            var file = Files.createTempFile("varve-subject-", ".json");
            try {
                Files.write(file, JSON.writeValueAsBytes(subject));
                return Run.in(SCRIPTS, Map.of("SUBJECT", file.toString()), deadline, command);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
