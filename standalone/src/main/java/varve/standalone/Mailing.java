package varve.standalone;

import java.net.URI;
import java.time.Clock;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import varve.command.mail.MailQueue;
import varve.command.mail.Postman;
import varve.command.mail.SmtpServer;
import varve.command.work.Hands;
import varve.contract.PublicAddresses;

/// Telling people what happened to them. Without a server nobody takes up what waits.
@Configuration(proxyBeanMethods = false)
class Mailing {
    private static final int MAILS_AT_ONCE = 2;

    @Bean
    MailQueue mailQueue(JdbcClient db, Clock clock, PublicAddresses addresses, Settings settings) {
        return new MailQueue(db, clock, addresses, settings.mail().isPresent());
    }

    @Bean(destroyMethod = "close")
    Hands<MailQueue.Waiting> postmen(
            JdbcClient db, MailQueue queue, Settings settings, Clock clock) {
        var work =
                settings.mail()
                        .map(server -> work(new Postman(db, server, clock), queue))
                        .orElse(_ -> {});
        return new Hands<>(queue, work, MAILS_AT_ONCE);
    }

    private static Hands.Work<MailQueue.Waiting> work(Postman postman, MailQueue queue) {
        return message -> postman.deliver(message, queue);
    }

    /// @throws BadSetting when it is no address of a mail server
    static Optional<SmtpServer> server(Given given, int port) {
        var host = given.address(Setting.PUBLIC_URL, port).getHost();
        var from = given.optional(Setting.MAIL_FROM).orElse("varve@" + host);
        return given.optional(Setting.SMTP_URL).map(text -> server(text, from));
    }

    private static SmtpServer server(String text, String from) {
        try {
            return SmtpServer.of(URI.create(text), from).orElseThrow();
        } catch (IllegalArgumentException | NoSuchElementException _) {
            throw new BadSetting(
                    "VARVE_SMTP_URL: it is 'smtp://user:password@host:port' or 'smtps://…'");
        }
    }
}
