package varve.acceptance.browser;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import varve.acceptance.kit.Shared;
import varve.acceptance.kit.TellsLogs;

/// What people do on the pages, with scripts and without; and how well the pages are made.
@Tag("long")
@ExtendWith(TellsLogs.class)
class PagesTest {
    private static final Duration DEADLINE = Duration.ofMinutes(4);

    @ParameterizedTest
    @ValueSource(strings = {"pages.mjs", "quality.mjs"})
    void the_browser_agrees(String script) {
        Browser.test(script, Shown.onShared().subject(Shared.varve()), DEADLINE).succeeds();
    }

    @Test
    void what_strangers_wrote_never_runs() {
        var subject = Shown.onShared().subject(Shared.varve());
        subject.put("hostile", Hostile.published(Shared.varve(), 100));
        Browser.test("hostile.mjs", subject, DEADLINE).succeeds();
    }
}
