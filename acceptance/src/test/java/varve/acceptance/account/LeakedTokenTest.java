package varve.acceptance.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;
import varve.acceptance.kit.Answer;
import varve.acceptance.kit.Api;
import varve.acceptance.kit.Shared;
import varve.acceptance.kit.TellsLogs;

@ExtendWith(TellsLogs.class)
class LeakedTokenTest {
    private static final JsonMapper JSON = new JsonMapper();
    private final Api anonymous = Shared.varve().api().anonymous();
    private final Api luca = anonymous.signedUp("luca");

    @Test
    void a_token_that_was_found_somewhere_works_no_more() {
        var leaked = token();
        var safe = token();
        leaked.get("/api/user").is(200);

        var told = tell(leaked.token(), "jsrp_000000000000000000000000000002tnSqV", "sesame");
        var judged = told.is(200).json();
        assertThat(judged.get(0).path("label").asString()).isEqualTo("true_positive");
        assertThat(judged.get(0).path("token_hash").asString()).matches("[0-9a-f]{64}");
        assertThat(judged.get(1).path("label").asString()).isEqualTo("false_positive");
        assertThat(judged.get(2).path("label").asString()).isEqualTo("false_positive");
        assertThat(told.text()).doesNotContain(leaked.token());

        assertThat(leaked.get("/api/user").is(401).json().path("code").asString())
                .isEqualTo("invalidBearerToken");
        safe.get("/api/user").is(200);
        luca.get("/api/user").is(200);
        assertThat(tell(leaked.token()).is(200).text()).contains("false_positive");
        var facts = Shared.varve().api().staff().get("/api/audit?actor=registry:secret-scanning");
        assertThat(facts.is(200).text())
                .contains("token.revoked")
                .doesNotContain(leaked.token(), "example.test");
    }

    @Test
    void a_session_ends_in_the_same_way() {
        assertThat(tell(luca.token()).is(200).text()).contains("true_positive");
        luca.get("/api/user").is(401);
    }

    @Test
    void what_makes_no_sense_is_refused() {
        for (var body : List.of("{}", "[{}]", "[null]", "[{\"token\":{}}]", "[")) {
            anonymous.any("POST", "/api/secret-scanning", body).is(400);
        }
        var many = Stream.generate(() -> "x").limit(101).toArray(String[]::new);
        tell(many).is(400);
        anonymous.any("POST", "/api/secret-scanning", "[]").is(200);
    }

    private Answer tell(String... tokens) {
        var found =
                Stream.of(tokens)
                        .map(token ->
                                Map.of(
                                        "token", token,
                                        "type", "varve_token",
                                        "url", "https://example.test/notes.txt",
                                        "source", "content"))
                        .toList();
        return anonymous.any("POST", "/api/secret-scanning", JSON.writeValueAsString(found));
    }

    private Api token() {
        var made = luca.post("/api/user/tokens", Map.of("description", "a program's")).is(200);
        return luca.with(made.json().path("secret").asString());
    }
}
