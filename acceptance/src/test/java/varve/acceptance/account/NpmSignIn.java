package varve.acceptance.account;

import java.net.InetAddress;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import varve.acceptance.kit.Api;
import varve.acceptance.kit.NpmTeam;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.Web;

/// Somebody who has signed in with npm, too.
public final class NpmSignIn {
    /// Where no test tries wrong passwords: the registry makes the address wait from which somebody
    /// does.
    private static final InetAddress DESK = InetAddress.ofLiteral("127.0.0.3");

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
        var signedIn = Web.sendFrom(DESK, request).is(201).json();
        return new NpmTeam(varve, folder, signedIn.path("token").asString());
    }
}
