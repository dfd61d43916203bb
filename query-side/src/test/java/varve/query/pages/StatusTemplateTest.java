package varve.query.pages;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.output.StringOutput;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import varve.contract.Live;
import varve.contract.PublicAddresses;
import varve.query.pages.publishing.StatusView;
import varve.query.pages.publishing.StatusView.Step;
import varve.query.pages.templates.StaticTemplates;
import varve.query.publishing.TaskView;

class StatusTemplateTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final String ID = "4b8f1a2e-0c1d-4e5f-8a9b-0c1d2e3f4a5b";
    private static final PublicAddresses ADDRESSES =
            new PublicAddresses(
                    URI.create("http://localhost:8080/"), URI.create("http://localhost:4873/"));

    private final Site site =
            new Site(
                    Messages.in(Locale.ENGLISH),
                    new Assets(),
                    ADDRESSES,
                    Clock.fixed(NOW, ZoneOffset.UTC),
                    new Live<>(Theme.OWN));

    @Test
    void an_attempt_under_way_says_where_its_news_come_from_and_one_that_is_over_does_not() {
        assertThat(page("processing", Step.RUNNING, Step.WAITING))
                .contains(
                        "data-refresh=\"/status/" + ID + "\"",
                        "data-live=\"/api/publishing_tasks/" + ID + "/events\"",
                        "<noscript><meta http-equiv=\"refresh\" content=\"2\"></noscript>");
        assertThat(page("success", Step.DONE, Step.DONE))
                .doesNotContain("data-refresh", "data-live", "http-equiv")
                .contains("/@luca/flag@1.0.0");
    }

    private String page(String status, Step examined, Step listed) {
        var task = new TaskView(ID, status, null, null, "luca", "flag", "1.0.0", NOW, NOW);
        var output = new StringOutput();
        new StaticTemplates().status(site, new StatusView(task, examined, listed)).render(output);
        return output.toString();
    }
}
