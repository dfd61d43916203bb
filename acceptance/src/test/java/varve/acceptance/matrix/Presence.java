package varve.acceptance.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import varve.acceptance.account.Authenticator;
import varve.acceptance.kit.Answer;
import varve.acceptance.kit.Api;
import varve.acceptance.kit.Web;

/// A second factor that somebody has for a while, in the mode in which every change asks for it.
final class Presence implements AutoCloseable {
    private final Desk desk;
    private final Deque<String> codes = new ArrayDeque<>();

    private Presence(Desk desk) {
        this.desk = desk;
    }

    static Presence of(Desk desk) {
        var presence = new Presence(desk);
        var wish = Map.of("password", Api.PASSWORD, "mode", "auth-and-writes");
        var address = presence.profile("", wish).is(200).json().path("tfa").asString();
        var phone = new Authenticator(address.replaceFirst(".*[?&]secret=([A-Z2-7]+).*", "$1"));
        var confirmed = presence.profile("", List.of(phone.code(0))).is(200).json();
        confirmed.path("tfa").forEach(code -> presence.codes.add(code.asString()));
        assertThat(presence.codes).hasSize(10);
        return presence;
    }

    /// A code that was not used before.
    String code() {
        return codes.removeFirst();
    }

    @Override
    public void close() {
        profile(code(), Map.of("password", Api.PASSWORD, "mode", "disable")).is(200);
    }

    private Answer profile(String code, Object wish) {
        var body = new JsonMapper().writeValueAsBytes(Map.of("tfa", wish));
        var request =
                HttpRequest.newBuilder(desk.varve.npm().resolve("/-/npm/v1/user"))
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + desk.token)
                        .POST(BodyPublishers.ofByteArray(body));
        if (!code.isEmpty()) {
            request.header("npm-otp", code);
        }
        return Web.send(request);
    }
}
