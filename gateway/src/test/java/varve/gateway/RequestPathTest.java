package varve.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestPathTest {
    @ParameterizedTest
    @CsvSource({
        "/@jsr%2fluca__flag, /@jsr/luca__flag",
        "/@jsr%2Fluca__flag, /@jsr/luca__flag",
        "/%40luca/flag/meta.json, /@luca/flag/meta.json",
        "//@luca/flag/meta.json, /@luca/flag/meta.json",
        "/@luca/flag/1.0.0/%5Bid%5D/%7Ba%7D~.ts, /@luca/flag/1.0.0/[id]/{a}~.ts",
        "/@luca/flag/1.0.0+build/a+b.ts, /@luca/flag/1.0.0+build/a+b.ts",
        "/caf%C3%A9, /café"
    })
    void a_path_is_decoded_exactly_once(String raw, String decoded) {
        assertThat(RequestPath.of(raw)).map(RequestPath::text).hasValue(decoded);
    }

    @Test
    void what_was_encoded_twice_stays_encoded_once() {
        assertThat(RequestPath.of("/a%252fb")).map(RequestPath::text).hasValue("/a%2fb");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../etc",
                "/a/../b",
                "/a/%2e%2e/b",
                "/a/./b",
                "/%",
                "/%4",
                "/%zz",
                "/a%00b",
                "/a%c2%85b",
                "/a%0d%0aSet-Cookie",
                "/%ff",
                "/a%5cb",
                "/a\\b"
            })
    void an_indecent_path_is_no_path(String raw) {
        assertThat(RequestPath.of(raw)).isEmpty();
    }
}
