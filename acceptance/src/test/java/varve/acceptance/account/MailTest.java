package varve.acceptance.account;

import static org.assertj.core.api.Assertions.assertThat;
import static varve.testkit.Eventually.eventually;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import varve.acceptance.kit.Api;
import varve.acceptance.kit.RunningVarve;
import varve.acceptance.kit.Shared;

/// Who is told of what, by a real mail server, and without one.
class MailTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static GreenMail mail = opened();
    private final RunningVarve varve = Connected.varve();
    private final String login = "luca-" + UUID.randomUUID().toString().substring(0, 8);

    @AfterAll
    static void no_more() {
        mail.stop();
    }

    @Test
    void people_are_told_of_invitations_tokens_and_answers_to_their_tickets() {
        var luca = signedUp(varve, login);
        var staff = varve.api().staff();
        var scope = staff.freshScope("mail");
        var id = luca.get("/api/user").is(200).json().path("id").asString();
        staff.post("/api/scopes/" + scope + "/members", Map.of("id", id)).is(200);
        luca.post("/api/user/tokens", Map.of("description", "for the ship")).is(200);
        var ticket =
                luca.post("/api/tickets", Map.of("kind", "other", "message", "Help"))
                        .is(200)
                        .json()
                        .path("id")
                        .asString();
        staff.post("/api/tickets/" + ticket, Map.of("message", "Here it is")).is(200);

        assertThat(told("You are invited to @" + scope)).contains("/@" + scope);
        assertThat(told("A token was made in your name")).contains("'for the ship'");
        assertThat(told("Your ticket was answered")).contains(ticket);
        eventually(SOON, () -> assertThat(luca.get("/api/user/messages").is(200).json()).isEmpty());
    }

    @Test
    void whoever_signs_in_from_a_new_network_is_told_and_from_a_known_one_is_not() {
        var luca = signedUp(varve, login);
        signIn("127.0.0.1");
        signIn("127.9.8.7");

        assertThat(told("You signed in from a new place")).contains("127.9.8.7");
        signIn("127.9.8.9");
        luca.post("/api/user/tokens", Map.of("description", "the last")).is(200);
        told("A token was made in your name");
        assertThat(subjects())
                .filteredOn(s -> s.equals("You signed in from a new place"))
                .hasSize(1);
    }

    @Test
    void while_the_mail_server_is_away_nothing_is_lost() {
        var luca = signedUp(varve, login);
        mail.stop();
        luca.post("/api/user/tokens", Map.of("description", "made meanwhile")).is(200);
        eventually(
                SOON, () -> assertThat(luca.get("/api/user/messages").is(200).json()).hasSize(1));

        mail = opened();

        assertThat(told("A token was made in your name")).contains("made meanwhile");
        var audit = varve.api().staff().get("/api/audit?limit=1000").is(200).text();
        assertThat(audit).contains("token.issued").doesNotContain("@example.org", "made meanwhile");
    }

    @Test
    void without_mail_it_waits_on_the_account_page_until_it_is_taken_away() {
        var luca = signedUp(Shared.varve(), login);
        luca.post("/api/user/tokens", Map.of("description", "for the ship")).is(200);
        eventually(
                SOON, () -> assertThat(luca.get("/api/user/messages").is(200).json()).hasSize(1));

        var message = luca.get("/api/user/messages").json().get(0);
        assertThat(message.path("subject").asString()).isEqualTo("A token was made in your name");
        assertThat(luca.get("/account").is(200).text())
                .contains("A token was made in your name", "for the ship");
        var mia = signedUp(Shared.varve(), "mia-" + login);
        mia.delete("/api/user/messages/" + message.path("id").asString()).is(204);
        assertThat(luca.get("/api/user/messages").json()).hasSize(1);
        luca.form("/account/messages/" + message.path("id").asString() + "/dismiss", Map.of())
                .is(303);
        assertThat(luca.get("/api/user/messages").json()).isEmpty();
    }

    private static GreenMail opened() {
        var server = new GreenMail(Connected.SMTP);
        server.start();
        server.setUser("varve@example.org", "varve", "secret");
        return server;
    }

    private static Api signedUp(RunningVarve at, String login) {
        var nobody = at.api().anonymous();
        var account =
                Map.of("login", login, "password", Api.PASSWORD, "mail", login + "@example.org");
        return nobody.inSession(nobody.post("/api/users", account).is(200));
    }

    private void signIn(String from) {
        var body = "{\"login\":\"%s\",\"password\":\"%s\"}".formatted(login, Api.PASSWORD);
        var request =
                HttpRequest.newBuilder(varve.registry().resolve("/api/session"))
                        .header("Content-Type", "application/json")
                        .timeout(SOON)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        try (var client =
                HttpClient.newBuilder().localAddress(InetAddress.ofLiteral(from)).build()) {
            assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// The text of the mail to this test's person with this subject, once it has come.
    private String told(String subject) {
        eventually(SOON, () -> assertThat(subjects()).contains(subject));
        return Arrays.stream(mail.getReceivedMessages())
                .filter(this::isOurs)
                .filter(one -> subject.equals(subject(one)))
                .map(MailTest::text)
                .findFirst()
                .orElseThrow();
    }

    private List<String> subjects() {
        return Arrays.stream(mail.getReceivedMessages())
                .filter(this::isOurs)
                .map(MailTest::subject)
                .toList();
    }

    private boolean isOurs(MimeMessage one) {
        try {
            assertThat(one.getFrom()[0].toString()).isEqualTo("registry@example.org");
            return one.getAllRecipients()[0].toString().equals(login + "@example.org");
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static String subject(MimeMessage one) {
        try {
            return one.getSubject();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(MimeMessage one) {
        try {
            return one.getContent().toString();
        } catch (MessagingException | IOException e) {
            throw new AssertionError(e);
        }
    }
}
