package varve.acceptance.browser;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// `make screenshots`: pictures of the main pages in `target/screenshots`.
class Screenshots {
    private static final Path FOLDER = Path.of("..", "target", "screenshots").toAbsolutePath();

    @Test
    void of_the_main_pages() {
        try (var varve = Showroom.open()) {
            var command = List.of("node", "screenshots.mjs", FOLDER.normalize().toString());
            Browser.run(command, Shown.on(varve).subject(varve), Duration.ofMinutes(10)).succeeds();
        }
    }
}
