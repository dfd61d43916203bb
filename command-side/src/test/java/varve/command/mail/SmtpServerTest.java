package varve.command.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpServerTest {
    @Test
    void a_password_is_only_sent_over_tls_but_to_this_machine() {
        assertThat(startsTls("smtp://varve:secret@mail.example.org")).isTrue();
        assertThat(startsTls("smtp://varve:secret@localhost")).isFalse();
        assertThat(startsTls("smtp://mail.example.org")).isFalse();
        var smtps = server("smtps://varve:secret@mail.example.org");
        assertThat(smtps.properties()).containsEntry("mail.smtp.ssl.enable", "true");
        assertThat(smtps.port()).isEqualTo(465);
        assertThat(smtps.toString()).doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://mail.example.org", "mail.example.org", "smtp:mail"})
    void whatever_else_is_no_mail_server(String address) {
        assertThat(SmtpServer.of(URI.create(address), "varve@example.org")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "127.9.8.7, 127.9.8.0/24",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:0:0:0:0/64",
        "somewhere, somewhere"
    })
    void a_place_is_a_network(String address, String network) {
        assertThat(Places.network(address)).isEqualTo(network);
    }

    private static boolean startsTls(String address) {
        return "true".equals(server(address).properties().get("mail.smtp.starttls.required"));
    }

    private static SmtpServer server(String address) {
        return SmtpServer.of(URI.create(address), "varve@example.org").orElseThrow();
    }
}
