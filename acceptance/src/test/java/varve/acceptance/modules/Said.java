package varve.acceptance.modules;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the registry answered.
record Said(HttpResponse<byte[]> response) {
    static final JsonMapper JSON = new JsonMapper();

    int status() {
        return response.statusCode();
    }

    String text() {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    JsonNode json() {
        return JSON.readTree(response.body());
    }

    /// A header without blanks, or nothing.
    String header(String name) {
        return response.headers().firstValue(name).orElse("").replace("; ", ";");
    }

    Said is(int status, String text) {
        assertThat(text()).isEqualTo(text);
        assertThat(status()).isEqualTo(status);
        return this;
    }

    Said is(int status) {
        assertThat(status()).as(text()).isEqualTo(status);
        return this;
    }

    /// Says no in deno.land/x's envelope.
    Said refuses(int status, String error) {
        assertThat(header("Content-Type")).isEqualTo("application/json");
        return is(status, "{\"success\":false,\"error\":\"" + error + "\"}");
    }

    Said ignores(String info) {
        return is(200, "{\"success\":false,\"info\":\"" + info + "\"}");
    }
}
