package varve.command.mail;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import varve.command.mail.MailQueue.Waiting;

/// Mails what waits. What the server takes is done with; what it will never take, or for whom there
/// is no address, waits on the account's page instead.
public final class Postman {
    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

    /// Half a minute lies between the later ones, so that is most of a day.
    private static final int MOST_TRIES = 2_000;

    private final JdbcClient db;
    private final SmtpServer server;
    private final Clock clock;

    public Postman(JdbcClient db, SmtpServer server, Clock clock) {
        this.db = db;
        this.server = server;
        this.clock = clock;
    }

    /// Mails a message.
    ///
    /// @throws MessagingException after which it is worth another try
    public void deliver(Waiting message, MailQueue queue) throws MessagingException {
        var to = address(message.owner());
        if (to.isEmpty() || message.tries() > MOST_TRIES) {
            leave(message.id());
            return;
        }
        try {
            send(message, to.get());
            queue.leases().done(message.id());
        } catch (SendFailedException refused) {
            if (isForEver(refused)) {
                LOG.atWarn().addKeyValue("message", message.id()).log("nobody takes this mail");
                leave(message.id());
            } else {
                throw refused;
            }
        }
    }

    private void send(Waiting message, String to) throws MessagingException {
        var session = Session.getInstance(server.properties());
        var mail = new Named(session, message.id() + "@" + server.host());
        mail.setFrom(new InternetAddress(server.from()));
        mail.setRecipient(RecipientType.TO, new InternetAddress(to, true));
        mail.setSubject(message.subject(), StandardCharsets.UTF_8.name());
        mail.setText(message.text(), StandardCharsets.UTF_8.name());
        mail.setSentDate(Date.from(clock.instant()));
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.saveChanges();
        try (var transport = session.getTransport("smtp")) {
            transport.connect(server.host(), server.port(), server.user(), server.password());
            transport.sendMessage(mail, mail.getAllRecipients());
        }
    }

    /// A mail that is sent twice has the same name twice, by which its reader's program knows it.
    private static final class Named extends MimeMessage {
        private final String name;

        Named(Session session, String name) {
            super(session);
            this.name = name;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + name + ">");
        }
    }

    /// Servers say with a number of five hundred and more that another try is in vain.
    private static boolean isForEver(SendFailedException refused) {
        for (Exception cause = refused; cause instanceof MessagingException trouble; ) {
            if (cause instanceof SMTPAddressFailedException address) {
                return address.getReturnCode() >= 500;
            }
            cause = trouble.getNextException();
        }
        return false;
    }

    private void leave(UUID message) {
        db.sql("update varve_vault.message set due = 'infinity' where id = ?")
                .param(message)
                .update();
    }

    private Optional<String> address(UUID owner) {
        return db.sql("select mail from varve_vault.person where id = ? and mail is not null")
                .param(owner)
                .query(String.class)
                .optional();
    }
}
