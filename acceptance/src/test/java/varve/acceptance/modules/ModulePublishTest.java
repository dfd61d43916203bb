package varve.acceptance.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static varve.testkit.Eventually.eventually;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import varve.acceptance.modules.Hook.Event;

class ModulePublishTest {
    private static final int LIMIT = 20 * 1024 * 1024;

    final Land land = Land.shared();
    final String module = Hook.freshName();
    final GitRepository repository = GitRepository.of(land);
    final Hook hook = Hook.of(land, module, repository);

    @Test
    void everything_in_the_tag_is_listed_and_served() throws IOException {
        repository
                .file("LICENSE", "MIT\n")
                .file("README.md", "# Flags\n")
                .file("mod_test.ts", "import './mod.ts';\n")
                .file("fixtures/%", "per cent\n")
                .file("grün.txt", "green\n")
                .file(".github/ci.yml", "on: push\n")
                .file("subproject/mod.ts", "export {};\n")
                .file("subproject/README.md", "sub\n");
        Files.createSymbolicLink(repository.folder().resolve("link"), Path.of("/etc/passwd"));
        repository.tag("0.0.9");
        var build = hook.publish("0.0.9");
        assertThat(build.path("status").asString()).isEqualTo("success");
        assertThat(build.path("stats").path("total_files").asInt()).isEqualTo(9);

        var meta = land.get("/cdn/" + module + "/versions/0.0.9/meta/meta.json").is(200);
        var paths = new ArrayList<String>();
        meta.json()
                .path("directory_listing")
                .forEach(entry -> paths.add(entry.path("path").asString()));
        assertThat(paths)
                .containsExactly(
                        "",
                        "/.github",
                        "/.github/ci.yml",
                        "/fixtures",
                        "/fixtures/%",
                        "/grün.txt",
                        "/LICENSE",
                        "/mod_test.ts",
                        "/mod.ts",
                        "/README.md",
                        "/subproject",
                        "/subproject/mod.ts",
                        "/subproject/README.md");
        assertThat(meta.json().path("directory_listing").get(0).path("size").asLong())
                .isEqualTo(build.path("stats").path("total_size").asLong());
        assertThat(meta.json().path("upload_options").toString())
                .isEqualTo(
                        "{\"type\":\"github\",\"repository\":\"%s\",\"ref\":\"0.0.9\"}"
                                .formatted(repository.fullName()));

        assertThat(land.shelf(module))
                .containsExactlyInAnyOrder(
                        module + "/meta/versions.json",
                        module + "/versions/0.0.9/meta/meta.json",
                        module + "/versions/0.0.9/meta/deps_v2.json",
                        module + "/versions/0.0.9/raw/.github/ci.yml",
                        module + "/versions/0.0.9/raw/fixtures/%",
                        module + "/versions/0.0.9/raw/grün.txt",
                        module + "/versions/0.0.9/raw/LICENSE",
                        module + "/versions/0.0.9/raw/mod_test.ts",
                        module + "/versions/0.0.9/raw/mod.ts",
                        module + "/versions/0.0.9/raw/README.md",
                        module + "/versions/0.0.9/raw/subproject/mod.ts",
                        module + "/versions/0.0.9/raw/subproject/README.md");

        var at = "/x/" + module + "@0.0.9";
        land.get(at + "/fixtures/%25").is(200, "per cent\n");
        land.get(at + "/gr%C3%BCn.txt").is(200, "green\n");
        land.get(at + "/link").is(404);
        land.get(at + "/.git/config").is(404);
        header(at + "/mod.ts", "application/typescript;charset=utf-8");
        header(at + "/.github/ci.yml", "text/yaml");
        header(at + "/README.md", "text/markdown");
        header(at + "/LICENSE", "application/octet-stream");
        var list = land.get("/cdn/" + module + "/meta/versions.json");
        assertThat(list.header("Cache-Control")).isEqualTo("max-age=10, must-revalidate");
        assertThat(list.header("Content-Type")).isEqualTo("application/json");
        var graph = land.get("/cdn/" + module + "/versions/0.0.9/meta/deps_v2.json").is(200);
        assertThat(graph.header("Cache-Control")).isEqualTo("max-age=10, must-revalidate");
        assertThat(graph.header("Content-Type")).isEqualTo("application/json");
        assertThat(meta.header("Content-Type")).isEqualTo("application/json");
        assertThat(meta.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
    }

    @Test
    void a_module_may_be_as_large_as_the_limit_and_no_larger() {
        int rest = LIMIT - "export const colour = \"red\";\n".length();
        repository.file("large.bin", new byte[rest]).tag("1.0.0");
        assertThat(hook.publish("1.0.0").path("status").asString()).isEqualTo("success");
        repository.file("large.bin", new byte[rest + 1]).tag("1.0.1");
        var build = hook.publish("1.0.1");
        assertThat(build.path("status").asString()).isEqualTo("error");
        assertThat(build.path("message").asString())
                .isEqualTo(
                        "Module too large (20971521 bytes). Maximum allowed size is 20971520"
                                + " bytes.");
        assertThat(hook.versions()).doesNotContain("1.0.1");
        assertThat(land.shelf(module)).noneMatch(key -> key.contains("1.0.1"));
        land.get("/x/" + module + "@1.0.1/mod.ts").is(404);
    }

    @Test
    void another_limit_may_hold_for_an_owner() {
        var owner = "/api/admin/module-owners/" + repository.owner();
        land.staff("PUT", owner, "{\"maxTotalSize\":52428800}").is(204);
        repository.file("large.bin", new byte[30 << 20]).tag("1.0.0");
        assertThat(hook.publish("1.0.0").path("status").asString()).isEqualTo("success");
        repository.file("large.bin", new byte[50 << 20]).tag("1.0.1");
        assertThat(hook.publish("1.0.1").path("message").asString())
                .endsWith("Maximum allowed size is 52428800 bytes.");
    }

    @Test
    void what_cannot_be_fetched_ends_with_a_reason() {
        var missing = hook.publish("1.0.0").path("message").asString();
        assertThat(missing)
                .startsWith("Failed to clone git repository ")
                .endsWith("/" + repository.fullName() + " at tag 1.0.0");
        repository.tag("1.0.0");
        var folder = hook.tag(Event.PUSH, "1.0.0", "?subdir=none/").is(200);
        assertThat(hook.awaitEnd(folder).path("message").asString())
                .startsWith("Failed to sparse checkout none/ from git repository ");
        var nowhere = repository.called(repository.owner(), "nowhere");
        var gone = hook.from(nowhere).publish("2.0.0").path("message").asString();
        assertThat(gone).startsWith("Failed to clone git repository ");
        assertThat(hook.publish("1.0.0").path("status").asString()).isEqualTo("success");
        assertThat(land.history(module).stream().filter("module.build-failed"::equals)).hasSize(3);
    }

    @Test
    void names_that_no_address_can_have_are_refused() {
        repository.file("back\\slash.ts", "").tag("1.0.0");
        assertThat(hook.publish("1.0.0").path("message").asString())
                .isEqualTo("Module contains a file whose name cannot be served: back?slash.ts");
        repository.file("new\nline.ts", "").tag("1.0.1");
        assertThat(hook.publish("1.0.1").path("status").asString()).isEqualTo("error");
    }

    @Test
    void twenty_tags_within_a_second_are_twenty_versions() throws Exception {
        var tags = IntStream.range(0, 20).mapToObj(i -> "v1." + i + ".0").toList();
        tags.forEach(repository::tag);
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var sending = new ArrayList<Callable<Said>>();
            long begun = System.nanoTime();
            var lastSent = new AtomicLong();
            for (var tag : tags) {
                sending.add(() -> {
                    lastSent.accumulateAndGet(System.nanoTime() - begun, Math::max);
                    return hook.tag(Event.CREATE, tag).is(200);
                });
            }
            for (var sent : senders.invokeAll(sending)) {
                hook.awaitEnd(sent.get());
            }
            assertThat(Duration.ofNanos(lastSent.get())).isLessThan(Duration.ofSeconds(1));
        }
        assertThat(land.history(module)).filteredOn("module.published"::equals).hasSize(20);
        var versions = Said.JSON.readTree(hook.versions());
        var listed = new ArrayList<String>();
        versions.path("versions").forEach(version -> listed.add(version.asString()));
        assertThat(listed).containsExactlyInAnyOrderElementsOf(tags);
        assertThat(versions.path("latest").asString()).isEqualTo("v1.19.0");
    }

    @Test
    void an_old_line_that_goes_on_does_not_become_the_latest() {
        repository.tag("2.0.0").tag("1.0.1").tag("3.0.0-beta.1");
        hook.publish("2.0.0");
        hook.publish("1.0.1");
        hook.publish("3.0.0-beta.1");
        assertThat(hook.versions())
                .isEqualTo(
                        "{\"latest\":\"2.0.0\",\"versions\":[\"3.0.0-beta.1\",\"1.0.1\",\"2.0.0\"]}");
    }

    @Test
    void creation_and_push_of_one_tag_are_one_build() throws Exception {
        repository.tag("1.0.0");
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var both =
                    senders.invokeAll(
                            List.<Callable<Said>>of(
                                    () -> hook.tag(Event.CREATE, "1.0.0"),
                                    () -> hook.tag(Event.PUSH, "1.0.0")));
            var statuses = List.of(both.get(0).get().status(), both.get(1).get().status());
            assertThat(statuses).containsExactlyInAnyOrder(200, 400);
        }
        eventually(
                Duration.ofSeconds(20),
                () -> assertThat(land.history(module)).endsWith("module.published"));
        assertThat(land.history(module)).containsOnlyOnce("module.build-queued");
    }

    @Test
    void the_operator_can_check_what_lies_there() {
        repository.tag("1.0.0");
        hook.publish("1.0.0");
        eventually(
                Duration.ofSeconds(10),
                () -> {
                    var said = land.staff("POST", "/api/admin/maintenance", "verify", "text/plain");
                    assertThat(said.text()).contains(" 0 flaws");
                });
    }

    private void header(String path, String type) {
        var file = land.get(path).is(200);
        assertThat(file.header("Content-Type")).isEqualTo(type);
        assertThat(file.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(file.header("Access-Control-Allow-Origin")).isEqualTo("*");
    }
}
