package varve.acceptance.account;

import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import varve.acceptance.kit.Answer;
import varve.acceptance.kit.Api;
import varve.acceptance.kit.ApiContract;
import varve.acceptance.kit.Web;

/// A browser that was asked for a passkey: it sends the cookie that ties the challenge to it.
final class PasskeyBrowser {
    private static final String MINE = "/api/user/passkeys";
    private static final Map<String, String> PASSWORD = Map.of("password", Api.PASSWORD);
    private static final JsonMapper JSON = new JsonMapper();
    private static final InetAddress ELSEWHERE = InetAddress.ofLiteral("127.0.0.2");

    /// @param cookie that ties the challenge to the browser
    record Asked(String challenge, String cookie) {
        static Asked of(Answer answer) {
            var cookie = Web.cookie(answer.is(200), "passkey");
            return new Asked(answer.json().path("challenge").asString(), cookie);
        }
    }

    private PasskeyBrowser() {}

    static Answer sent(Api person, String path, Map<String, ?> body, String cookie) {
        return Web.send(
                asked(person, path, cookie)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
    }

    /// Signs in with a passkey from an address of its own.
    static Answer shown(Api person, Map<String, ?> body, String cookie) {
        var request =
                asked(person, "/api/session/passkey", cookie)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
        return Web.sendFrom(ELSEWHERE, request);
    }

    static Answer form(Api person, String path, Map<String, String> fields, String cookie) {
        return Web.send(
                asked(person, path, cookie)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "text/html")
                        .POST(Web.form(fields)));
    }

    private static HttpRequest.Builder asked(Api person, String path, String cookie) {
        var session = person.token().isEmpty() ? "" : "token=" + person.token() + "; ";
        return HttpRequest.newBuilder(person.registry().resolve(path))
                .header("Cookie", session + "passkey=" + cookie)
                .header("Sec-Fetch-Site", "same-origin");
    }

    static Asked asked(Api person) {
        return Asked.of(person.anonymous().post("/api/session/challenge", Map.of()));
    }

    static String added(Api person, SoftKey with, String name) {
        var answer = person.post(MINE + "/challenge", PASSWORD);
        var contract = ApiContract.of(person.registry());
        contract.check("POST", MINE + "/challenge", answer);
        var asked = Asked.of(answer);
        var user = answer.json().path("user").path("id").asString();
        with.owner = Base64.getUrlDecoder().decode(user);
        var body = Map.of("name", name, "credential", with.made(asked.challenge()));
        var told = PasskeyBrowser.sent(person, MINE, body, asked.cookie());
        contract.check("POST", MINE, told);
        return told.is(200).json().path("id").asString();
    }

    static Authenticator enrolled(Api person) {
        var here = "/api/user/second-factor";
        var begun = person.post(here, PASSWORD).is(200).json();
        var phone = new Authenticator(begun.path("secret").asString());
        person.post(here + "/confirm", Map.of("code", phone.code(0))).is(200);
        return phone;
    }

    static String npmToken(Api person, String code) {
        var login = person.get("/api/user").json().path("login").asString();
        var session = Map.of("login", login, "password", Api.PASSWORD, "code", code);
        var browser = person.inSession(person.anonymous().post("/api/session", session).is(200));
        var made = browser.post("/api/user/tokens", Map.of("description", "npm")).is(200);
        return made.json().path("secret").asString();
    }

    static Answer npmTokens(URI npm, String token, String header, String value) {
        return Web.send(
                HttpRequest.newBuilder(npm.resolve("/-/npm/v1/tokens"))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .header(header, value)
                        .POST(
                                BodyPublishers.ofByteArray(
                                        JSON.writeValueAsBytes(
                                                Map.of("password", Api.PASSWORD, "name", "ci")))));
    }
}
