package varve.acceptance.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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
                    exchange.close();
                });
        other.start();
        varve =
                RunningVarve.start(
                        OutsideServers.with(
                                Map.of(
                                        "VARVE_FALLBACK_REGISTRY_URL",
                                        "http://localhost:" + other.getAddress().getPort() + "/")));
        luca = varve.api();
        pkg = "@" + luca.freshScope("luca") + "/flag";
        luca.createPackage(pkg);
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
        AWAY.set(true);
        var task = sent("3.0.0", "import \"jsr:@std/assert@^1.0.0\";\n");
        AWAY.set(false);
        luca.awaitSuccess(task);
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
