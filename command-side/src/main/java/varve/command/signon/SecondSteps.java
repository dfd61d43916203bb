package varve.command.signon;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.Sha256;
import varve.contract.account.UserId;

/// People who have come back from signing in elsewhere and have yet to show a second factor, within
/// ten minutes and in the browser that came back.
@Component
class SecondSteps {
    static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int BYTES = 32;
    private static final String BEGIN =
            """
            insert into varve_command.second_step (browser_sha256, owner, redirect, expires_at)
            values (?, ?, ?, ?)
            """;
    private static final String WAITING =
            """
            select owner, redirect from varve_command.second_step
            where browser_sha256 = ? and expires_at > ?
            """;

    /// @param redirect where they go then
    record Waiting(UserId user, String redirect) {}

    private final JdbcClient db;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SecondSteps(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// @return by what the browser is known
    String begin(UserId user, String redirect) {
        var now = clock.instant();
        db.sql("delete from varve_command.second_step where expires_at < ?")
                .param(Timestamp.from(now))
                .update();
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var browser = HexFormat.of().formatHex(bytes);
        db.sql(BEGIN)
                .params(hash(browser), user.uuid(), redirect)
                .param(Timestamp.from(now.plus(LONGEST)))
                .update();
        return browser;
    }

    Optional<Waiting> waiting(String browser) {
        return db.sql(WAITING)
                .params(hash(browser), Timestamp.from(clock.instant()))
                .query((row, _) ->
                        new Waiting(
                                new UserId(row.getObject("owner", UUID.class)),
                                row.getString("redirect")))
                .optional();
    }

    /// @return whether it was waited for
    boolean end(String browser) {
        return db.sql("delete from varve_command.second_step where browser_sha256 = ?")
                        .param(hash(browser))
                        .update()
                == 1;
    }

    private static String hash(String browser) {
        return Sha256.hex(browser.getBytes(StandardCharsets.UTF_8));
    }
}
