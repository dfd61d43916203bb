package varve.standalone.settings;

import java.net.URI;
import java.util.NoSuchElementException;
import java.util.Optional;
import varve.command.mail.SmtpServer;

/// What the operator has set about mail.
final class MailSettings {
    private MailSettings() {}

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
