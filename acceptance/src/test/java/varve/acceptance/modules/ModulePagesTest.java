package varve.acceptance.modules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ModulePagesTest {
    final Land land = Land.shared();
    final String module = Hook.freshName();
    final GitRepository repository = GitRepository.of(land);
    final Hook hook = Hook.of(land, module, repository);

    @Test
    void a_module_has_a_page_with_versions_and_files() {
        hook.ping().is(200);
        assertThat(page("/x/" + module))
                .contains("/webhook/gh/" + module)
                .contains("/og/x/" + module + "\">");
        var picture = land.get("/og/x/" + module).is(200);
        assertThat(picture.header("Content-Type")).isEqualTo("image/png");
        repository.file("lib/flag.ts", "").tag("1.0.0").tag("1.1.0");
        hook.publish("1.0.0");
        hook.publish("1.1.0");
        assertThat(page("/x/" + module))
                .contains("/x/" + module + "@1.1.0/mod.ts")
                .contains("/x/" + module + "@1.0.0\"");
        assertThat(page("/x/" + module + "@1.0.0")).contains("/x/" + module + "@1.0.0/lib/flag.ts");
        land.get("/x/" + module + "@2.0.0", "Accept", "text/html").is(404);
        land.get("/x/" + module + "_2", "Accept", "text/html").is(404);
    }

    @Test
    void a_browser_gets_a_page_about_a_file_and_a_tool_the_file() {
        repository
                .file("odd/50%?.ts", "export const a = '</code><script>';\n")
                .file("flag.png", new byte[] {1, 0, 2})
                .tag("release/1.0");
        hook.publish("release/1.0");
        var root = "/x/" + module + "@release/1.0";
        assertThat(page(root)).contains("href=\"" + root + "/odd/50%25%3F.ts\"");
        assertThat(page(root + "/odd/50%25%3F.ts"))
                .contains("&lt;/code")
                .doesNotContain("</code><script>")
                .contains("id=\"L1\"");
        assertThat(page(root + "/flag.png")).contains("This file is binary");
        var raw = land.get(root + "/odd/50%25%3F.ts", "Accept", "*/*").is(200);
        assertThat(raw.header("Content-Type")).isEqualTo("application/typescript;charset=utf-8");
        assertThat(raw.response().headers().allValues("Vary")).contains("Accept");
        var traced = land.get(root + "/mod.ts:1:14", "Accept", "text/html").is(302);
        assertThat(traced.header("Location")).endsWith(root + "/mod.ts#L1");
        land.get(root + "/none.ts", "Accept", "text/html").is(404);
        land.get(root + "/mod.ts:1:14").is(404);
    }

    @Test
    void a_page_lists_modules_and_finds_them() {
        var word = "w" + GitRepository.fresh();
        hook.saying("Weaves <" + word).ping().is(200);
        assertThat(page("/x?search=" + word))
                .contains("href=\"/x/" + module + "\"")
                .contains("Weaves &lt;" + word)
                .contains("One module");
        assertThat(page("/x?search=" + word + "x" + word)).contains("No modules");
        assertThat(page("/x")).contains("Modules by webhook").contains("href=\"/add_module\"");
        land.get("/x?page=0", "Accept", "text/html").is(400);
    }

    @Test
    void a_build_has_a_page_that_says_how_it_ended() {
        repository.file("<b>.md", "").tag("1.0.0");
        var fine = hook.publish("1.0.0").path("id").asString();
        assertThat(page("/status/" + fine)).contains("Published:").contains(module + "@1.0.0");
        var failed = hook.publish("2.0.0").path("id").asString();
        assertThat(page("/status/" + failed)).contains("Failed to clone git repository");
        land.get("/status/5f1d7b2e9c0a4b3d8e6f7a90").is(404);
    }

    @Test
    void an_open_page_is_told_how_its_build_goes_on() {
        repository.tag("1.0.0");
        var said = hook.tag(Hook.Event.CREATE, "1.0.0").is(200).json();
        var url = said.path("data").path("status_url").asString();
        var page = url.substring(land.address().toString().length() - 1);
        var events = land.get(page + "/events").is(200);
        assertThat(events.header("Content-Type")).startsWith("text/event-stream");
        assertThat(events.text())
                .startsWith("data: ")
                .endsWith("data: success\n\nevent: over\ndata: success\n\n");
        assertThat(page(page)).contains("Published:").doesNotContain("data-live");
        land.get("/status/5f1d7b2e9c0a4b3d8e6f7a90/events").is(404);

        var silent = Hook.of(land, module + "_2", GitRepository.silent(land));
        var waiting = silent.tag(Hook.Event.CREATE, "1.0.0").is(200).json();
        var open = waiting.path("data").path("status_url").asString();
        var at = open.substring(land.address().toString().length() - 1);
        assertThat(page(at)).contains("data-live=\"" + at + "/events\"");
        assertThat(land.get(at + "/events").is(200).text())
                .matches("(?s)data: (queued|publishing)\n\n.*event: over\ndata: error\n\n");
    }

    @Test
    void a_page_tells_how_to_add_a_module_and_when_the_forge_has_rung() {
        assertThat(page("/add_module")).contains("Add a module");
        assertThat(page("/add_module?name=no-name")).contains("3 to 40 characters");
        assertThat(page("/add_module?name=" + module + "&subdir=lib"))
                .contains("This name is free.")
                .contains(land.address() + "webhook/gh/" + module + "?subdir=lib%2F");
        hook.ping("?subdir=lib%2F").is(200);
        assertThat(page("/add_module?name=" + module))
                .contains("This name is registered:")
                .contains("/x/" + module);
    }

    @Test
    void editors_are_offered_names_versions_and_files() {
        repository.file("lib/flag.ts", "").tag("1.0.0").tag("1.1.0");
        hook.publish("1.0.0");
        hook.publish("1.1.0");
        var registry = land.get("/.well-known/deno-import-intellisense.json").is(200).json();
        assertThat(registry.path("version").asInt()).isEqualTo(2);
        land.get("/completions/items/" + module)
                .is(200, "{\"items\":[\"" + module + "\"],\"isIncomplete\":false}");
        land.get("/completions/items/" + module + "/")
                .is(
                        200,
                        "{\"items\":[\"1.1.0\",\"1.0.0\"],\"isIncomplete\":false,"
                                + "\"preselect\":\"1.1.0\"}");
        land.get("/completions/items/" + module + "/1.0")
                .is(200, "{\"items\":[\"1.0.0\"],\"isIncomplete\":false}");
        land.get("/completions/items/" + module + "/1.0.0/lib")
                .is(200, "{\"items\":[\"lib/flag.ts\"],\"isIncomplete\":false}");
        var paths = land.get("/completions/items/" + module + "/__latest__/");
        paths.is(200, "{\"items\":[\"lib/flag.ts\",\"mod.ts\"],\"isIncomplete\":false}");
        assertThat(paths.header("Cache-Control")).isEqualTo("public, max-age=86400");
        var about = land.get("/completions/resolve/" + module + "/1.0.0/mod.ts").is(200).json();
        assertThat(about.path("value").asString()).startsWith("**" + module + "@1.0.0/mod.ts**");
    }

    @Test
    void badges_show_the_latest_version() {
        land.get("/shields/" + module + "/version").refuses(404, "module not found");
        repository.tag("1.0.0");
        hook.publish("1.0.0");
        land.get("/shields/" + module + "/version")
                .is(
                        200,
                        "{\"schemaVersion\":1,\"label\":\"deno.land/x\",\"namedLogo\":\"deno\","
                                + "\"message\":\"1.0.0\",\"color\":\"informational\"}");
        land.get("/shields/" + module + "/popularity").is(200);
    }

    private String page(String path) {
        var page = land.get(path, "Accept", "text/html").is(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        return page.text();
    }
}
