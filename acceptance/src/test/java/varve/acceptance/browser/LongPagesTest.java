package varve.acceptance.browser;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What takes longer to look at.
@Tag("long")
class LongPagesTest {
    private static final int PAYLOADS = 3_000;
    private static final Duration DEADLINE = Duration.ofMinutes(30);

    @Test
    void of_three_thousand_payloads_none_runs() {
        try (var varve = Showroom.open()) {
            var subject = Shown.on(varve).subject(varve);
            subject.put("hostile", Hostile.published(varve, PAYLOADS));
            Browser.test("hostile.mjs", subject, DEADLINE).succeeds();
        }
    }

    @Test
    void lighthouse_finds_the_pages_light_and_quick() {
        try (var varve = Showroom.open()) {
            var run =
                    Browser.test("lighthouse.mjs", Shown.on(varve).subject(varve), DEADLINE)
                            .succeeds();
            System.out.println(run.output());
        }
    }
}
