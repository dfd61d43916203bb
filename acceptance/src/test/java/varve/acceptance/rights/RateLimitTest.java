package varve.acceptance.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import varve.acceptance.kit.Answer;
import varve.acceptance.kit.OutsideServers;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.Web;

/// Whoever asks too often is told when to come back, in the words of the IETF's draft.
class RateLimitTest {
    private static final int LIMIT = 30;
    private static final int LIMIT_OF_STRANGERS = 5;
    private static RunningVarve varve;

    @BeforeAll
    static void a_registry_with_tight_limits() {
        varve =
                RunningVarve.start(
                        OutsideServers.with(
                                Map.of(
                                        "VARVE_REQUESTS_PER_USER",
                                        String.valueOf(LIMIT),
                                        "VARVE_REQUESTS_PER_ADDRESS",
                                        String.valueOf(LIMIT_OF_STRANGERS),
                                        "VARVE_PROXIES",
                                        "127.0.0.0/8, ::1")));
    }

    @AfterAll
    static void it_ends() {
        varve.close();
    }

    @Test
    void one_person_runs_out_and_another_does_not() {
        var ada = varve.api().staff().newcomer("Ada");
        var first = ada.get("/api/user");
        assertThat(first.header("RateLimit-Policy")).hasValue("\"user\";q=30;w=60");
        assertThat(first.header("RateLimit").orElseThrow()).startsWith("\"user\";r=29;t=");
        for (int i = 1; i < LIMIT; i++) {
            ada.get("/api/user").is(200);
        }

        var last = ada.get("/api/user");
        assertThat(last.status()).isEqualTo(429);
        assertThat(last.json().path("code").asString()).isEqualTo("tooManyRequests");
        assertThat(last.header("Retry-After"))
                .hasValueSatisfying(wait -> assertThat(Long.parseLong(wait)).isBetween(1L, 60L));
        assertThat(last.header("RateLimit").orElseThrow()).startsWith("\"user\";r=0;t=");
        varve.api().staff().newcomer("Ben").get("/api/user").is(200);
    }

    @Test
    void strangers_behind_one_proxy_are_counted_apart() {
        for (int i = 0; i < LIMIT_OF_STRANGERS; i++) {
            statsFor("192.0.2.7").is(200);
        }
        statsFor("192.0.2.7").is(429);
        statsFor("192.0.2.8").is(200);
    }

    private static Answer statsFor(String client) {
        return Web.get(varve.registry().resolve("/api/stats"), "X-Forwarded-For", client);
    }
}
