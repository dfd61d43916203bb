package varve.acceptance.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static varve.testkit.Eventually.eventually;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// GitHub, telling of one repository to the webhook of one module.
record Hook(Land land, String module, GitRepository repository, String description, String sender) {
    /// Which message tells of a tag.
    enum Event {
        CREATE,
        PUSH
    }

    static Hook of(Land land, String module, GitRepository repository) {
        return new Hook(
                land, module, repository, "Move along, just for testing", repository.owner());
    }

    /// A name that nobody has yet.
    static String freshName() {
        return "ltest_" + GitRepository.fresh();
    }

    Hook by(String login) {
        return new Hook(land, module, repository, description, login);
    }

    Hook saying(String text) {
        return new Hook(land, module, repository, text, sender);
    }

    Hook from(GitRepository other) {
        return new Hook(land, module, other, description, sender);
    }

    Said ping() {
        return send("ping", "", "", null, false);
    }

    Said ping(String query) {
        return send("ping", "", query, null, false);
    }

    Said tag(Event event, String tag) {
        return tag(event, tag, "");
    }

    Said tag(Event event, String tag, String query) {
        return send(name(event), reference(event, tag), query, null, false);
    }

    Said delivered(Event event, String tag, String delivery) {
        return send(name(event), reference(event, tag), "", delivery, false);
    }

    Said form(Event event, String tag) {
        return send(name(event), reference(event, tag), "", null, true);
    }

    Said pingForm() {
        return send("ping", "", "", null, true);
    }

    Said send(
            String event, String reference, String query, @Nullable String delivery, boolean form) {
        var json = json(reference);
        var body = form ? "payload=" + URLEncoder.encode(json, StandardCharsets.UTF_8) : json;
        var headers = new ArrayList<>(List.of("X-GitHub-Event", event, "Content-Type"));
        headers.add(form ? "application/x-www-form-urlencoded" : "application/json");
        if (delivery != null) {
            headers.addAll(List.of("X-GitHub-Delivery", delivery));
        }
        return land.send(
                "POST",
                "/webhook/gh/" + module + query,
                body.getBytes(StandardCharsets.UTF_8),
                headers.toArray(String[]::new));
    }

    /// @param reference members of the message, each with a comma in front
    String json(String reference) {
        return """
        {"repository":{"id":%d,"full_name":"%s","description":"%s","stargazers_count":2},\
        "sender":{"login":"%s"}%s}\
        """
                .formatted(repository.id(), repository.fullName(), description, sender, reference);
    }

    /// Publishes a tag and waits for it.
    JsonNode publish(String tag) {
        var said = tag(Event.CREATE, tag).is(200);
        return awaitEnd(said);
    }

    /// Waits until the build that an answer tells of has ended.
    JsonNode awaitEnd(Said said) {
        var url = said.json().path("data").path("status_url").asString();
        var id = url.substring(url.lastIndexOf('/') + 1);
        var ended = new AtomicReference<JsonNode>();
        eventually(
                Duration.ofMinutes(3),
                () -> {
                    var build = land.get("/builds/" + id).is(200).json().path("data").path("build");
                    if (!List.of("success", "error").contains(build.path("status").asString())) {
                        throw new AssertionError(build.toString());
                    }
                    ended.set(build);
                });
        return ended.get();
    }

    /// All that is known of the module: how it is shown, its list and its objects on the shelf, and
    /// its history with all its builds.
    record Trace(String shown, String versions, List<String> shelf, List<String> history) {}

    Trace trace() {
        return new Trace(
                land.get("/modules/" + module).text(),
                versions(),
                land.shelf(module),
                land.history(module));
    }

    /// Does something that is to leave no trace.
    void unchangedBy(Runnable deed) {
        var before = trace();
        deed.run();
        assertThat(trace()).isEqualTo(before);
    }

    /// There never was such a module.
    void isUnknown() {
        land.get("/modules/" + module).refuses(404, "module not found");
        land.get("/cdn/" + module + "/meta/versions.json").is(404);
        assertThat(land.shelf(module)).isEmpty();
        assertThat(land.history(module)).isEmpty();
    }

    String versions() {
        return land.get("/cdn/" + module + "/meta/versions.json").text();
    }

    private static String name(Event event) {
        return event.name().toLowerCase(Locale.ROOT);
    }

    private static String reference(Event event, String tag) {
        return switch (event) {
            case CREATE -> ",\"ref\":\"" + tag + "\",\"ref_type\":\"tag\"";
            case PUSH -> ",\"ref\":\"refs/tags/" + tag + "\"";
        };
    }
}
