package varve.acceptance.modules;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Repositories that are too large, too many, or up to no good: each ends, with a clear word, and
/// none of them costs memory.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("long")
class LimitsTest {
    private static final int MEGABYTE = 1 << 20;
    private static final int LIVE_MEGABYTES = 35;
    private static final int GROWTH_MEGABYTES = 100;
    private static final int LOOK_EVERY_MILLIS = 300;
    private static final int PATIENCE_SECONDS = 20;

    ChildLand child;
    Land land;

    @BeforeAll
    void start() {
        child =
                ChildLand.start(
                        Map.of(
                                "VARVE_GIT_SECONDS",
                                String.valueOf(PATIENCE_SECONDS),
                                "VARVE_WORKERS",
                                "2"));
        land = child.land();
        var hook = Hook.of(land, "warm", GitRepository.of(land).tag("1.0.0"));
        hook.publish("1.0.0");
    }

    @AfterAll
    void stop() {
        child.close();
    }

    @Test
    void fifty_megabytes_are_refused_and_with_leave_published_in_flat_memory() throws Exception {
        var repository = GitRepository.of(land);
        for (int i = 0; i < 50; i++) {
            repository.file("part" + i + ".bin", noise(MEGABYTE));
        }
        repository.tag("1.0.0").tag("1.0.1");
        var hook = Hook.of(land, "large", repository);
        var refused = flat(() -> hook.publish("1.0.0"));
        assertThat(refused.path("status").asString()).isEqualTo("error");
        assertThat(refused.path("message").asString())
                .isEqualTo(
                        "Module too large (%d bytes). Maximum allowed size is 20971520 bytes."
                                .formatted(50 * MEGABYTE + 29));
        assertThat(hook.versions()).isEqualTo("{\"latest\":null,\"versions\":[]}");
        land.get("/x/large@1.0.0/part0.bin").is(404);

        land.staff(
                        "PUT",
                        "/api/admin/module-owners/" + repository.owner(),
                        "{\"maxTotalSize\":209715200}")
                .is(204);
        var published = flat(() -> hook.publish("1.0.1"));
        assertThat(published.path("status").asString()).isEqualTo("success");
        assertThat(published.path("stats").path("total_size").asLong())
                .isEqualTo(50L * MEGABYTE + 29);
        assertThat(land.get("/x/large@1.0.1/part49.bin").is(200).response().body())
                .hasSize(MEGABYTE);

        repository.file("part0.bin", noise(50 * MEGABYTE)).tag("1.0.2");
        var one = flat(() -> hook.publish("1.0.2"));
        assertThat(one.path("status").asString()).isEqualTo("success");
        assertThat(land.get("/x/large@1.0.2/part0.bin").is(200).response().body())
                .hasSize(50 * MEGABYTE);
    }

    @Test
    void twenty_thousand_files_are_published_in_flat_memory() throws Exception {
        var repository = GitRepository.of(land);
        for (int i = 0; i < 20_000; i++) {
            repository.file("d" + i % 100 + "/f" + i + ".ts", "export const n = " + i + ";\n");
        }
        repository.tag("1.0.0");
        var build = flat(() -> Hook.of(land, "many", repository).publish("1.0.0"));
        assertThat(build.path("status").asString()).isEqualTo("success");
        assertThat(build.path("stats").path("total_files").asInt()).isEqualTo(20_001);
        assertThat(build.path("message").asString())
                .isEqualTo("Published module. Failed to run dependency analysis v2.");
        land.get("/x/many@1.0.0/d99/f19999.ts").is(200, "export const n = 19999;\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"new\nline.ts", "back\\slash.ts", "\u0001control.ts"})
    void a_file_that_no_address_can_name_ends_the_build(String name) {
        var repository = GitRepository.of(land).file(name, "").tag("1.0.0");
        var module = Hook.freshName();
        var build = Hook.of(land, module, repository).publish("1.0.0");
        assertThat(build.path("status").asString()).isEqualTo("error");
        assertThat(build.path("message").asString())
                .startsWith("Module contains a file whose name cannot be served: ");
        assertThat(Hook.of(land, module, repository).versions())
                .isEqualTo("{\"latest\":null,\"versions\":[]}");
    }

    @Test
    void odd_names_that_addresses_can_carry_are_served_and_nothing_else_is_touched()
            throws Exception {
        var repository = GitRepository.of(land);
        var names =
                List.of(
                        "-rf",
                        "a b.ts",
                        "50%.ts",
                        "q?u#e.ts",
                        "\"quoted\".ts",
                        "$(touch pwned)",
                        "%2e%2e%2fup.ts",
                        "...",
                        "日本語.ts",
                        "é".repeat(100) + ".ts");
        names.forEach(name -> repository.file("odd/" + name, name));
        Files.createSymbolicLink(repository.folder().resolve("link"), Path.of("/etc/passwd"));
        repository.file(".gitattributes", "* filter=evil\n").file(".gitmodules", "[submodule]\n");
        repository.tag("1.0.0");
        var module = Hook.freshName();
        var build = Hook.of(land, module, repository).publish("1.0.0");
        assertThat(build.path("status").asString()).as(build.toString()).isEqualTo("success");
        for (var name : names) {
            var address = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
            land.get("/x/" + module + "@1.0.0/odd/" + address).is(200, name);
        }
        land.get("/x/" + module + "@1.0.0/link").is(404);
        assertThat(Path.of("pwned")).doesNotExist();
    }

    @Test
    void a_repository_that_never_answers_is_given_up_and_keeps_nobody_waiting() {
        var silent = Hook.of(land, Hook.freshName(), GitRepository.silent(land));
        long begun = System.nanoTime();
        var asked = silent.tag(Hook.Event.CREATE, "1.0.0").is(200);
        var other = Hook.of(land, Hook.freshName(), GitRepository.of(land).tag("1.0.0"));
        assertThat(other.publish("1.0.0").path("status").asString()).isEqualTo("success");
        var build = silent.awaitEnd(asked);
        assertThat(build.path("status").asString()).isEqualTo("error");
        assertThat(build.path("message").asString()).startsWith("Failed to clone git repository ");
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isBetween(
                        Duration.ofSeconds(PATIENCE_SECONDS),
                        Duration.ofSeconds(PATIENCE_SECONDS + 20));
        land.awaits(
                () -> assertThat(child.children()).noneMatch(command -> command.endsWith("/git")));
    }

    /// Does something and looks all the while how much memory the program needs.
    private JsonNode flat(Supplier<JsonNode> deed) throws Exception {
        long live = child.liveMegabytes();
        long resident = child.residentMegabytes();
        var mostLive = new AtomicLong();
        var mostResident = new AtomicLong();
        var over = new CountDownLatch(1);
        try (var watchers = Executors.newVirtualThreadPerTaskExecutor()) {
            var watch =
                    watchers.submit(() -> {
                        do {
                            mostResident.accumulateAndGet(child.residentMegabytes(), Math::max);
                            mostLive.accumulateAndGet(child.liveMegabytes(), Math::max);
                        } while (!over.await(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS));
                        return true;
                    });
            JsonNode done;
            try {
                done = deed.get();
            } finally {
                over.countDown();
            }
            assertThat(watch.get()).isTrue();
            System.out.printf(
                    "live heap: %d MB before, %d MB at most; resident: %d MB before, %d MB at most%n",
                    live, mostLive.get(), resident, mostResident.get());
            assertThat(mostLive.get()).isLessThan(live + LIVE_MEGABYTES);
            assertThat(mostResident.get()).isLessThan(resident + GROWTH_MEGABYTES);
            return done;
        }
    }

    private static byte[] noise(int size) {
        var bytes = new byte[size];
        ThreadLocalRandom.current().nextBytes(bytes);
        return bytes;
    }
}
