package varve.acceptance.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.TellsLogs;

/// What people do on the pages, with scripts and without; and how well the pages are made.
@Tag("long")
@ExtendWith(TellsLogs.class)
class PagesTest {
    private static final Duration DEADLINE = Duration.ofMinutes(8);
    private static RunningVarve varve;
    private static Shown shown;

    @BeforeAll
    static void there_is_something_to_see() {
        varve = Showroom.open();
        shown = Shown.on(varve);
    }

    @AfterAll
    static void the_doors_close() {
        varve.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pages.mjs", "quality.mjs"})
    void the_browser_agrees(String script) {
        Browser.test(script, shown.subject(varve), DEADLINE).succeeds();
    }

    @ParameterizedTest
    @ValueSource(strings = {"flows.mjs", "forms.mjs"})
    void people_do_here_what_they_came_for(String script) throws IOException {
        var subject =
                Map.of(
                        "registry",
                        varve.registry().toString(),
                        "npm",
                        varve.npm().toString(),
                        "module",
                        shown.module().name(),
                        "deno",
                        Path.of("clients", "node_modules", ".bin", "deno")
                                .toAbsolutePath()
                                .toString(),
                        "adminToken",
                        Files.readString(varve.home().resolve("admin.token")).strip());
        Browser.test(script, subject, DEADLINE).succeeds();
    }

    @Test
    void what_strangers_wrote_never_runs() {
        var subject = shown.subject(varve);
        subject.put("hostile", Hostile.published(varve, 100));
        Browser.test("hostile.mjs", subject, DEADLINE).succeeds();
    }
}
