package varve.acceptance.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import varve.acceptance.kit.Answer;
import varve.acceptance.kit.Api;
import varve.acceptance.kit.OutsideServers;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.TellsLogs;
import varve.acceptance.kit.Web;

/// Who comes by invitation, and who tries too often. The last test leaves this address locked out.
@ExtendWith(TellsLogs.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ThrottleTest {
    private static final String LEAKED = "everybody knows this one";

    private static RunningVarve varve;
    private static Api stranger;

    @BeforeAll
    static void by_invitation(@TempDir Path folder) throws IOException {
        var leaked = Files.writeString(folder.resolve("leaked.txt"), "123456789\n" + LEAKED + "\n");
        varve =
                RunningVarve.start(
                        OutsideServers.with(
                                Map.of(
                                        "VARVE_SIGN_UP",
                                        "invite",
                                        "VARVE_LEAKED_PASSWORDS",
                                        leaked.toString())));
        stranger = varve.api().anonymous();
    }

    @AfterAll
    static void no_more() {
        varve.close();
    }

    @Test
    @Order(1)
    void an_invitation_is_for_one_person() {
        refused(signUp("luca", Api.PASSWORD, null), 403, "signUpClosed");
        refused(signUp("luca", Api.PASSWORD, "made up"), 404, "invitationNotFound");
        refused(stranger.post("/api/admin/invitations", Map.of()), 401, "missingAuthentication");
        var code = invitation();
        signUp("luca", Api.PASSWORD, code).is(200);
        refused(signUp("mia", Api.PASSWORD, code), 404, "invitationNotFound");
    }

    @Test
    @Order(2)
    void a_leaked_password_is_nobodys() {
        refused(signUp("mara", LEAKED, invitation()), 400, "passwordNotAllowed");
    }

    @Test
    @Order(3)
    void the_operator_signs_in_with_what_is_in_the_file() throws IOException {
        var token = Files.readString(varve.home().resolve("admin.token")).strip();
        var session =
                stranger.inSession(
                        stranger.post("/api/session", Map.of("login", "admin", "password", token))
                                .is(200));
        assertThat(session.get("/api/user").is(200).json().path("isStaff").asBoolean()).isTrue();
        session.staff().get("/api/audit").is(200);
    }

    @Test
    @Order(4)
    void whoever_guesses_waits_however_many_at_once_and_so_does_the_right_one() {
        var guesses =
                AtOnce.answers(
                        IntStream.range(0, 30).mapToObj(i -> () -> signIn("admin", "guess " + i)));
        assertThat(guesses.stream().filter(answer -> answer.status() == 401)).hasSize(10);
        assertThat(guesses.stream().filter(answer -> answer.status() == 429)).hasSize(20);
        var stopped = signIn("admin", "guess");
        refused(stopped, 429, "tooManyAttempts");
        assertThat(Integer.parseInt(stopped.header("Retry-After").orElseThrow())).isBetween(1, 301);
        refused(signIn("luca", Api.PASSWORD), 429, "tooManyAttempts");
        var basic = Base64.getEncoder().encodeToString("luca:wrong".getBytes(UTF_8));
        Web.get(varve.npm().resolve("/-/whoami"), "Authorization", "Basic " + basic).is(429);
    }

    private static String invitation() {
        var made = varve.api().staff().post("/api/admin/invitations", Map.of()).is(200);
        assertThat(made.json().path("url").asString()).contains("/sign-up?invitation=");
        return made.json().path("code").asString();
    }

    private static Answer signUp(String login, String password, @Nullable String invitation) {
        return stranger.post(
                "/api/users",
                invitation == null
                        ? Map.of("login", login, "password", password)
                        : Map.of("login", login, "password", password, "invitation", invitation));
    }

    private static Answer signIn(String login, String password) {
        return stranger.post("/api/session", Map.of("login", login, "password", password));
    }

    private static void refused(Answer answer, int status, String code) {
        assertThat(answer.is(status).json().path("code").asString()).isEqualTo(code);
    }
}
