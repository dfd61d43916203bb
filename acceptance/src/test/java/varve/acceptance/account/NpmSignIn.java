package varve.acceptance.account;

import static varve.testkit.Eventually.eventually;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.json.JsonMapper;
import varve.acceptance.kit.Answer;
import varve.acceptance.kit.Api;
import varve.acceptance.kit.NpmTeam;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.Web;

/// Somebody who has signed in with npm, too.
public final class NpmSignIn {
    /// Other tests try wrong passwords from this address, and the registry makes it wait.
    private static final Duration LET_IN_WITHIN = Duration.ofMinutes(1);

    private NpmSignIn() {}

    public static NpmTeam of(RunningVarve varve, Path folder, Api browser) {
        var login = browser.get("/api/user").json().path("login").asString();
        var pair = (login + ":" + Api.PASSWORD).getBytes(StandardCharsets.UTF_8);
        var user = Map.of("name", login, "password", Api.PASSWORD);
        var request =
                HttpRequest.newBuilder(varve.npm().resolve("/-/user/org.couchdb.user:" + login))
                        .header("Content-Type", "application/json")
                        .header(
                                "Authorization",
                                "Basic " + Base64.getEncoder().encodeToString(pair))
                        .PUT(
                                HttpRequest.BodyPublishers.ofString(
                                        new JsonMapper().writeValueAsString(user)));
        var signedIn = new AtomicReference<Answer>();
        eventually(LET_IN_WITHIN, () -> signedIn.set(Web.send(request).is(201)));
        return new NpmTeam(varve, folder, signedIn.get().json().path("token").asString());
    }
}
