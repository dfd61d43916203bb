package varve.acceptance.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import varve.acceptance.kit.Api;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.Shared;
import varve.acceptance.kit.TellsLogs;
import varve.acceptance.kit.Web;

/// Forms on pages that do what the API does, as browsers without JavaScript send them.
@ExtendWith(TellsLogs.class)
class FormsTest {
    private final RunningVarve varve = Shared.varve();
    private final Api stranger = varve.api().anonymous();
    private final Api luca = stranger.signedUp("luca");
    private final String scope = "forms-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void a_form_does_what_the_api_does_and_shows_the_next_page() {
        var created =
                luca.form(
                        "/api/scopes",
                        Map.of("scope", scope, "-then", "/new?scope={scope}&package=flag"));
        created.is(303);
        assertThat(created.header("Location")).contains("/new?scope=" + scope + "&package=flag");
        luca.form(
                        "/api/scopes/" + scope + "/packages",
                        Map.of("package", "flag", "-then", "/@" + scope + "/{package}"))
                .is(303);
        luca.form(
                        Api.packagePath("@" + scope + "/flag"),
                        Map.of(
                                "runtimeCompat.deno:json",
                                "true",
                                "runtimeCompat.node:json",
                                "null",
                                "-method",
                                "PATCH",
                                "-then",
                                "/@" + scope + "/flag/settings"))
                .is(303);
        var flag = stranger.get(Api.packagePath("@" + scope + "/flag")).is(200).json();
        assertThat(flag.path("runtimeCompat").path("deno").asBoolean()).isTrue();
        luca.form(
                        Api.packagePath("@" + scope + "/flag"),
                        Map.of("-method", "DELETE", "-then", "/@" + scope))
                .is(303);
        stranger.get(Api.packagePath("@" + scope + "/flag")).is(404);
    }

    @Test
    void what_is_refused_is_said_on_a_page() {
        luca.createScope(scope);
        var taken = stranger.signedUp("marta").form("/api/scopes", Map.of("scope", scope));
        assertThat(taken.status()).isBetween(400, 499);
        assertThat(taken.header("Content-Type").orElseThrow()).startsWith("text/html");
        var mistyped =
                luca.form(
                        "/api/scopes/" + scope,
                        Map.of("-method", "PATCH", "requirePublishingFromCI:json", "[1]"));
        assertThat(mistyped.is(400).text()).contains("requirePublishingFromCI");
    }

    @Test
    void nobody_is_sent_away_from_here() {
        for (var elsewhere : new String[] {"//evil.example/", "https://evil.example/"}) {
            luca.form("/api/scopes", Map.of("scope", scope, "-then", elsewhere)).is(400);
        }
        stranger.get("/api/scopes/" + scope).is(404);
    }

    @Test
    void another_site_cannot_send_a_form_in_somebodys_name() {
        var forged =
                HttpRequest.newBuilder(varve.registry().resolve("/api/scopes"))
                        .header("Cookie", "token=" + luca.token())
                        .header("Sec-Fetch-Site", "cross-site")
                        .header("Accept", "text/html")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(Web.form(Map.of("scope", scope)));
        Web.send(forged).is(403);
        stranger.get("/api/scopes/" + scope).is(404);
    }
}
