package varve.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.security.MessageDigest;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import varve.acceptance.kit.Answer;
import varve.acceptance.kit.PublishedFlags;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.Shared;
import varve.acceptance.kit.TellsLogs;
import varve.acceptance.kit.Web;

@ExtendWith(TellsLogs.class)
class NpmHostTest {
    private final RunningVarve varve = Shared.varve();
    private final String scope = PublishedFlags.scope();

    @ParameterizedTest
    @ValueSource(strings = {"@jsr/", "@jsr%2f", "@jsr%2F", "%40jsr%2f"})
    void a_packument_is_found_however_its_slash_is_written(String prefix) {
        var answer = get("/" + prefix + scope + "__flag").is(200);
        assertThat(answer.contentType()).hasValue("application/json");
        assertThat(answer.json().path("name").asString()).isEqualTo("@jsr/" + scope + "__flag");
        assertThat(answer.json().path("dist-tags").path("latest").asString()).isEqualTo("1.0.0");
    }

    @Test
    void a_packument_says_what_a_version_needs() {
        var version = version();
        assertThat(version.path("dependencies").propertyNames())
                .containsExactlyInAnyOrder("@jsr/" + scope + "__cloth", "pennant");
        assertThat(version.path("type").asString()).isEqualTo("module");
        assertThat(version.path("exports").propertyNames()).containsExactly(".", "./parade");
    }

    @Test
    void a_tarball_lies_at_both_addresses_with_the_hash_of_the_packument() throws Exception {
        var dist = version().path("dist");
        var named = dist.path("tarball").asString();
        assertThat(named).startsWith(varve.npm().toString());
        var tarball = Web.get(URI.create(named)).is(200);
        var plain = "/@jsr/%1$s__flag/-/%1$s__flag-1.0.0.tgz".formatted(scope);

        assertThat(get(plain).is(200).bytes()).isEqualTo(tarball.bytes());
        var sha512 = MessageDigest.getInstance("SHA-512").digest(tarball.bytes());
        assertThat(dist.path("integrity").asString())
                .isEqualTo("sha512-" + Base64.getEncoder().encodeToString(sha512));
        assertThat(tarball.header("Cache-Control")).hasValue("public, max-age=31536000, immutable");
    }

    @Test
    void head_answers_without_a_body_what_get_would() {
        for (var path : new String[] {packument(), tarball()}) {
            var get = get(path).is(200);
            var head = Web.ask("HEAD", varve.npm().resolve(path)).is(200);
            assertThat(head.bytes()).isEmpty();
            assertThat(head.header("ETag")).isEqualTo(get.header("ETag")).isPresent();
            assertThat(head.header("Content-Length"))
                    .hasValue(Integer.toString(get.bytes().length));
        }
    }

    @Test
    void whoever_has_the_bytes_already_gets_none() {
        for (var path : new String[] {packument(), tarball()}) {
            var etag = get(path).is(200).header("ETag").orElseThrow();
            var again = get(path, "If-None-Match", etag).is(304);
            assertThat(again.bytes()).isEmpty();
            assertThat(again.header("ETag")).hasValue(etag);
            get(path, "If-None-Match", "\"older\"").is(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/-/ping"})
    void it_says_that_it_is_there(String path) {
        var answer = get(path).is(200);
        assertThat(answer.json().isObject()).isTrue();
        assertThat(answer.json().isEmpty()).isTrue();
        assertThat(answer.contentType()).hasValue("application/json");
    }

    @Test
    void what_is_not_there_is_404() {
        get("/@jsr/" + scope + "__mast").is(404);
        get("/@jsr/" + scope + "__flag/-/" + scope + "__flag-9.9.9.tgz").is(404);
        assertThat(Web.ask("HEAD", varve.npm().resolve("/@jsr/nobody__nothing")).is(404).bytes())
                .isEmpty();
    }

    private JsonNode version() {
        return get(packument()).is(200).json().path("versions").path("1.0.0");
    }

    private String packument() {
        return "/@jsr/" + scope + "__flag";
    }

    private String tarball() {
        return "/@jsr/%1$s__flag/-/%1$s__flag-1.0.0.tgz".formatted(scope);
    }

    private Answer get(String path, String... headers) {
        return Web.get(varve.npm().resolve(path), headers);
    }
}
