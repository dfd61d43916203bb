package varve.standalone.rooms;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import varve.command.mail.MailQueue;
import varve.command.mail.Postman;
import varve.command.work.Hands;
import varve.contract.PublicAddresses;
import varve.standalone.settings.Settings;

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
}
