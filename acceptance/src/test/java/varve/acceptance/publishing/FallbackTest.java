package varve.acceptance.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static varve.testkit.Eventually.eventually;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import varve.acceptance.kit.Api;
import varve.acceptance.kit.OutsideServers;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.Tarball;
import varve.acceptance.kit.TellsLogs;

/// A registry that looks in another one for what nobody published in it.
@ExtendWith(TellsLogs.class)
class FallbackTest {
    private static final Map<String, String> OTHER =
            Map.of(
                    "/@std/assert/meta.json",
                    "{\"versions\":{\"1.0.0\":{},\"1.1.0\":{},\"1.2.0\":{\"yanked\":true}}}",
                    "/@std/assert/1.0.0_meta.json",
                    "{\"exports\":{\".\":\"./mod.ts\",\"./old\":\"./old.ts\"}}",
                    "/@std/assert/1.1.0_meta.json",
                    "{\"exports\":{\".\":\"./mod.ts\"}}");
    private static final AtomicBoolean AWAY = new AtomicBoolean();
    private static final AtomicInteger TURNED_AWAY = new AtomicInteger();

    private static final Duration A_WHILE = Duration.ofSeconds(30);

    private static HttpServer other;
    private static RunningVarve varve;
    private static Api luca;
    private static String pkg;

    @BeforeAll
    static void a_registry_with_another_behind_it() throws Exception {
        other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext(
                "/",
                exchange -> {
                    var text = OTHER.getOrDefault(exchange.getRequestURI().getPath(), "");
                    var body = text.getBytes(StandardCharsets.UTF_8);
                    int status = AWAY.get() ? 502 : body.length == 0 ? 404 : 200;
                    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
                    exchange.getResponseBody().write(body);
                    if (status == 502) {
                        TURNED_AWAY.incrementAndGet();
                    }
                    exchange.close();
                });
        other.start();
        varve =
                RunningVarve.start(
                        OutsideServers.with(
                                Map.of(
                                        "VARVE_ATTEMPT_SECONDS",
                                        "45",
                                        "VARVE_FALLBACK_REGISTRY_URL",
                                        otherAddress())));
        luca = varve.api();
        pkg = "@" + luca.freshScope("luca") + "/flag";
        luca.createPackage(pkg);
    }

    private static String otherAddress() {
        return "http://localhost:" + other.getAddress().getPort() + "/";
    }

    @AfterAll
    static void stop() {
        varve.close();
        other.stop(0);
    }

    @Test
    void a_package_that_is_only_there_will_do_in_the_highest_version_that_has_what_is_wanted() {
        assertThat(published("1.0.0", "import \"jsr:@std/assert@^1.0.0\";\n")).isEmpty();
        assertThat(published("1.0.1", "import \"jsr:@std/assert@^1.0.0/old\";\n")).isEmpty();

        assertThat(fallbacks("1.0.0")).containsExactly(otherAddress());
        var graph = luca.get(version("1.0.1") + "/dependencies/graph").is(200).json();
        assertThat(graph.path(1).path("dependency").path("fallbackUrl").asString())
                .isEqualTo(otherAddress());
    }

    @Test
    void a_jsr_package_under_its_name_on_npm_is_told_to_be_there_and_others_are_not() {
        var mod =
                "import \"npm:@jsr/std__assert@^1\";\nimport \"npm:ms@2\";\nimport \"npm:@jsr/%s@1\";\n";
        assertThat(published("1.2.0", "export {};\n")).isEmpty();
        var here = pkg.substring(1).replace("/", "__");
        assertThat(published("1.2.1", mod.formatted(here))).isEmpty();

        assertThat(fallbacks("1.2.1")).containsExactly(otherAddress(), "", "");
    }

    @Test
    void what_is_not_there_either_is_refused() {
        assertThat(published("1.1.0", "import \"jsr:@std/none@1\";\n"))
                .isEqualTo("unresolvableJsrDependency");
        assertThat(published("1.1.1", "import \"jsr:@std/assert@^1.2.0\";\n"))
                .isEqualTo("unresolvableJsrDependency");
        assertThat(published("1.1.2", "import \"jsr:@std/assert@^1/new\";\n"))
                .isEqualTo("invalidJsrDependencySubPath");
    }

    @Test
    void a_package_that_is_here_is_not_looked_for_elsewhere() {
        assertThat(published("2.0.0", "export {};\n")).isEmpty();
        assertThat(published("2.0.1", "import \"jsr:%s@^7\";\n".formatted(pkg)))
                .isEqualTo("unresolvableJsrDependency");
    }

    @Test
    void while_the_other_registry_is_away_an_attempt_waits_for_it() {
        int before = TURNED_AWAY.get();
        AWAY.set(true);
        var task = sent("3.0.0", "import \"jsr:@std/assert@^1.0.0\";\n");
        eventually(A_WHILE, () -> assertThat(TURNED_AWAY).hasValueGreaterThan(before));
        AWAY.set(false);
        luca.awaitSuccess(task);
    }

    @Test
    @Tag("long")
    void an_attempt_does_not_wait_for_ever() {
        AWAY.set(true);
        try {
            assertThat(published("4.0.0", "import \"jsr:@std/assert@^1.0.0\";\n"))
                    .isEqualTo("stale");
        } finally {
            AWAY.set(false);
        }
    }

    private static List<String> fallbacks(String version) {
        return luca.get(version(version) + "/dependencies")
                .is(200)
                .json()
                .valueStream()
                .map(each -> each.path("fallbackUrl").asString(""))
                .toList();
    }

    private static String version(String version) {
        return Api.packagePath(pkg) + "/versions/" + version;
    }

    private static String published(String version, String mod) {
        return luca.awaitEnd(sent(version, mod)).path("error").path("code").asString("");
    }

    private static String sent(String version, String mod) {
        var files =
                Map.of(
                        "deno.json",
                        "{\"name\":\"%s\",\"exports\":\"./mod.ts\",\"license\":\"MIT\"}"
                                .formatted(pkg),
                        "mod.ts",
                        mod);
        var sent = luca.upload(pkg, version, Tarball.of("./", files)).is(200);
        return sent.json().path("id").asString();
    }
}
