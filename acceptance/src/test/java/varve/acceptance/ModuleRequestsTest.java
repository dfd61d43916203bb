package varve.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import varve.acceptance.kit.Answer;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.Shared;
import varve.acceptance.kit.Tarball;
import varve.acceptance.kit.TellsLogs;
import varve.acceptance.kit.Web;

/// One address, two audiences: tools get the bytes, browsers that go there get a page (the matrix
/// of JSR's own end-to-end test).
@ExtendWith(TellsLogs.class)
class ModuleRequestsTest {
    private static final String META = "/@luca/flag/1.0.0_meta.json";
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private static final RunningVarve VARVE = Shared.varve();

    @BeforeAll
    static void luca_has_a_flag() {
        var luca = VARVE.api();
        luca.createScope("luca");
        luca.createPackage("@luca/flag");
        var files = new LinkedHashMap<String, String>();
        files.put(
                "deno.json",
                """
                {"name":"@luca/flag","version":"1.0.0","license":"MIT","exports":"./mod.ts"}
                """);
        for (var code : List.of("mod.ts", "a.mts", "a.js", "a.mjs", "a.d.ts", "a.jsx", "a.tsx")) {
            files.put(code, "export {};\n");
        }
        files.put("flag.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>");
        files.put("data.json", "{}");
        files.put("a.wasm", "\0asm");
        files.put("SAILS", "none");
        var task = luca.upload("@luca/flag", "1.0.0", Tarball.of("./", files)).is(200).json();
        luca.awaitSuccess(task.path("id").asString());
    }

    @ParameterizedTest
    @CsvSource({
        "text/html,        ,         ,             page",
        "text/html,        document, ,             page",
        "text/newhtml,     document, ,             page",
        "'text/html,*/*',  document, none,         page",
        ",                 script,   ,             page",
        ",                 style,    ,             page",
        ",                 image,    ,             page",
        ",                 video,    ,             page",
        ",                 script,   cross-origin, page",
        ",                 style,    cross-origin, page",
        ",                 image,    cross-origin, page",
        ",                 video,    cross-origin, page",
        ",                 ,         ,             raw",
        "*/*,              ,         ,             raw",
        ",                 empty,    ,             raw",
        ",                 empty,    cross-origin, raw",
        ",                 image,    same-origin,  raw",
        ",                 video,    same-origin,  raw"
    })
    void what_is_sent_depends_on_who_asks(
            @Nullable String accept,
            @Nullable String dest,
            @Nullable String site,
            String expected) {
        var headers = new LinkedHashMap<String, @Nullable String>();
        headers.put("Accept", accept);
        headers.put("Sec-Fetch-Dest", dest);
        headers.put("Sec-Fetch-Site", site);
        assertKind(get(META, headers), expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"googlebot(at)googlebot.com", "Googlebot(at)googlebot.com"})
    void a_crawler_gets_a_page(String from) {
        assertKind(get(META, Map.of("From", from)), "page");
        assertKind(get(META, Map.of("From", from, "Accept", "application/json")), "page");
    }

    @Test
    void nothing_in_a_raw_file_may_run_and_everybody_may_fetch_it() {
        var raw = get("/@luca/flag/1.0.0/mod.ts", Map.of("Origin", "https://elsewhere.example"));
        var policy = raw.header("Content-Security-Policy").orElseThrow();
        assertThat(policy)
                .contains("default-src 'none'", "frame-ancestors 'none'", "form-action 'none'")
                .contains("sandbox")
                .doesNotContain("'self'", "unsafe", "*");
        assertThat(raw.header("X-Robots-Tag")).hasValue("noindex");
        assertThat(raw.header("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(raw.header("Cross-Origin-Resource-Policy")).hasValue("cross-origin");
        assertThat(raw.header("Cross-Origin-Embedder-Policy")).isEmpty();
        assertThat(raw.header("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(raw.header("Access-Control-Expose-Headers")).hasValue("*");
        assertThat(String.join(", ", raw.headers("Vary"))).contains("Origin");
        assertThat(raw.header("X-JSR-Backend")).hasValue("modules");
    }

    @Test
    void the_api_and_the_npm_host_say_who_they_are() {
        var api = get("/api/scopes/luca/packages/flag", Map.of());
        var npm = Web.get(VARVE.npm().resolve("/@jsr/luca__flag"));
        assertThat(api.header("X-JSR-Backend")).hasValue("api");
        assertThat(npm.header("X-JSR-Backend")).hasValue("npm");
        for (var answer : List.of(api, npm)) {
            assertThat(answer.header("X-Robots-Tag")).hasValue("noindex");
            assertThat(answer.header("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(answer.header("Access-Control-Allow-Origin")).hasValue("*");
            assertThat(answer.header("Cross-Origin-Resource-Policy")).hasValue("cross-origin");
        }
        assertThat(api.header("Content-Security-Policy")).isEmpty();
        assertThat(npm.header("Content-Security-Policy")).isPresent();
    }

    @Test
    void a_browser_that_asks_first_is_told_what_it_may_ask() {
        for (var address :
                List.of(VARVE.registry().resolve(META), VARVE.npm().resolve("/@jsr/luca__flag"))) {
            var answer =
                    Web.ask(
                                    "OPTIONS",
                                    address,
                                    "Origin",
                                    "https://elsewhere.example",
                                    "Access-Control-Request-Method",
                                    "GET")
                            .is(204);
            assertThat(answer.header("Access-Control-Allow-Methods")).hasValue("HEAD, GET");
            assertThat(answer.header("Access-Control-Allow-Headers").orElse(""))
                    .contains("Authorization");
            assertThat(answer.header("Access-Control-Max-Age")).hasValue("3600");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "mod.ts, text/typescript",
        "a.mts, text/typescript",
        "a.d.ts, text/typescript",
        "a.tsx, text/tsx",
        "a.jsx, text/jsx",
        "a.js, text/javascript",
        "a.mjs, text/javascript",
        "data.json, application/json",
        "a.wasm, application/wasm",
        "flag.svg, image/svg+xml",
        "SAILS,"
    })
    void a_file_is_sent_as_what_it_is(String file, @Nullable String type) {
        var answer = get("/@luca/flag/1.0.0/" + file, Map.of()).is(200);
        assertThat(answer.contentType().orElse(null)).isEqualTo(type);
        assertThat(answer.header("Cache-Control")).hasValue(FOR_EVER);
        assertThat(answer.header("ETag")).isPresent();
    }

    @Test
    void lists_are_kept_for_a_minute_and_versions_for_ever() {
        var list = get("/@luca/flag/meta.json", Map.of()).is(200);
        assertThat(list.header("Cache-Control")).hasValue("public, max-age=60, s-maxage=60");
        assertThat(list.contentType()).hasValue("application/json");
        assertThat(list.json().path("latest").asString()).isEqualTo("1.0.0");
        assertThat(list.json().path("versions").path("1.0.0").path("createdAt").asString())
                .endsWith("Z");
        assertThat(get(META, Map.of()).header("Cache-Control")).hasValue(FOR_EVER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/@luca/flag/meta.json",
                META,
                "/@luca/flag/1.0.0/mod.ts",
                "//@luca/flag/1.0.0/mod.ts",
                "/%40luca/flag/1.0.0/mod.ts"
            })
    void no_address_of_a_module_leads_elsewhere(String path) {
        assertThat(get(path, Map.of()).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/@luca/flag/1.0.0/mast.ts",
                "/@luca/flag/9.9.9_meta.json",
                "/@luca/mast/meta.json",
                "/@luca/flag/1.0.0/../../flag/meta.json"
            })
    void what_is_not_there_is_neither_found_nor_redirected(String path) {
        assertThat(get(path, Map.of()).status()).isBetween(400, 404);
    }

    @Test
    void whoever_has_the_bytes_already_gets_none() {
        var etag = get(META, Map.of()).header("ETag").orElseThrow();
        assertThat(get(META, Map.of("If-None-Match", etag)).is(304).bytes()).isEmpty();
    }

    private static void assertKind(Answer answer, String expected) {
        if (expected.equals("raw")) {
            assertThat(answer.is(200).contentType()).hasValue("application/json");
            assertThat(answer.header("X-JSR-Backend")).hasValue("modules");
            assertThat(answer.json().has("manifest")).isTrue();
        } else {
            assertThat(answer.contentType()).as(answer.text()).hasValue("text/html");
            assertThat(answer.header("Location")).isEmpty();
        }
    }

    private static Answer get(String path, Map<String, ? extends @Nullable String> headers) {
        var given = new ArrayList<String>();
        headers.forEach((name, value) -> {
            if (value != null) {
                given.add(name);
                given.add(value);
            }
        });
        var address = URI.create(VARVE.registry().toString().replaceAll("/$", "") + path);
        return Web.get(address, given.toArray(String[]::new));
    }
}
