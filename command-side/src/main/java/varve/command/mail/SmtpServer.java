package varve.command.mail;

import java.net.URI;
import java.util.Optional;
import java.util.Properties;

/// Who carries mail.
///
/// @param tls whether it is spoken from the first byte; otherwise it is begun where it is offered
/// @param user empty for none; a password is never sent without TLS, but to this machine itself
/// @param from the sender that mails name
public record SmtpServer(
        String host, int port, boolean tls, String user, String password, String from) {
    private static final String DEADLINE_MILLIS = "10000";
    private static final int SUBMISSION = 587;
    private static final int SUBMISSION_OVER_TLS = 465;

    /// Reads `smtp://user:password@host:587` or `smtps://…`.
    ///
    /// @return empty when it is neither
    public static Optional<SmtpServer> of(URI address, String from) {
        var scheme = address.getScheme();
        boolean tls = "smtps".equals(scheme);
        if (address.getHost() == null || !(tls || "smtp".equals(scheme))) {
            return Optional.empty();
        }
        var given = Optional.ofNullable(address.getUserInfo()).orElse("").split(":", 2);
        return Optional.of(
                new SmtpServer(
                        address.getHost(),
                        address.getPort() > 0
                                ? address.getPort()
                                : tls ? SUBMISSION_OVER_TLS : SUBMISSION,
                        tls,
                        given[0],
                        given.length > 1 ? given[1] : "",
                        from));
    }

    Properties properties() {
        var properties = new Properties();
        properties.put("mail.smtp.host", host);
        properties.put("mail.smtp.port", String.valueOf(port));
        properties.put("mail.smtp.auth", String.valueOf(!user.isEmpty()));
        properties.put("mail.smtp.ssl.enable", String.valueOf(tls));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.starttls.enable", "true");
        properties.put("mail.smtp.starttls.required", String.valueOf(secret() && !tls));
        for (var wait : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.put("mail.smtp." + wait, DEADLINE_MILLIS);
        }
        return properties;
    }

    private boolean secret() {
        return !user.isEmpty() && !host.equals("localhost") && !host.equals("127.0.0.1");
    }

    @Override
    public String toString() {
        return "SmtpServer[" + host + ":" + port + "]";
    }
}
