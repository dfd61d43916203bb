package varve.command.account;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.Caller;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.Sha256;
import varve.contract.account.UserId;

/// Shows by a second factor that a person is there while a program of theirs changes something: by
/// a code sent along, or by a page in a browser where one is typed.
@Component
public class Presence {
    /// npm does one thing in up to four requests, all with the code that was typed once.
    private static final Duration ONE_COMMAND = Duration.ofMinutes(2);

    private static final Duration ONE_PASS = Duration.ofMinutes(5);
    private static final int MOST_REQUESTS = 20;
    private static final int SECRET_BYTES = 20;
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final String GUARDS =
            """
            select count(*) from varve_vault.authenticator
            where owner = ? and confirmed_at is not null and guards_writes
            """;
    private static final String KEEP =
            """
            insert into varve_vault.presence (owner, sha256, credential, ends_at)
            values (?, ?, ?, ?) on conflict do nothing
            """;
    private static final String KEPT =
            """
            select count(*) from varve_vault.presence
            where owner = ? and sha256 = ? and credential in (?, '') and ends_at > ?
            """;
    private static final String OPEN =
            """
            insert into varve_vault.presence_request (exchange_sha256, code, owner, expires_at)
            select ?, ?, ?, ? where
                (select count(*) from varve_vault.presence_request where owner = ?) < ?
            """;
    private static final String CONFIRM =
            """
            update varve_vault.presence_request set confirmed = true
            where code = ? and owner = ? and expires_at > ?
            """;
    private static final String COLLECT =
            """
            delete from varve_vault.presence_request
            where exchange_sha256 = ? and confirmed and expires_at > ? returning owner
            """;

    private final JdbcClient db;
    private final SecondFactor second;
    private final Clock clock;

    Presence(JdbcClient db, SecondFactor second, Clock clock) {
        this.db = db;
        this.second = second;
        this.clock = clock;
    }

    /// @param code of the page in the browser
    /// @param exchangeToken with which the program asks whether somebody was there
    public record Asked(String code, String exchangeToken) {}

    /// Whether it is asked for with each change.
    public boolean guardsWrites(UserId user) {
        return db.sql(GUARDS).param(user.uuid()).query(Integer.class).single() > 0;
    }

    public void guardWrites(UserId user, boolean guards) {
        db.sql("update varve_vault.authenticator set guards_writes = ? where owner = ?")
                .params(guards, user.uuid())
                .update();
    }

    /// Whether this credential was made for a machine, with its owner's second factor.
    public boolean isSpared(Caller caller) {
        var credential = caller.credential();
        return credential != null
                && db.sql(
                                        "select count(*) from varve_vault.token_label"
                                                + " where token::text = ? and unguarded")
                                .param(credential)
                                .query(Integer.class)
                                .single()
                        > 0;
    }

    /// @param code of an authenticator, for recovery, or a pass from a browser; absent for none
    /// @throws Refused when it is not good, or none was told
    public void check(UserId user, @Nullable String code, Caller caller) {
        if (code == null || code.isBlank()) {
            throw new Refused(new Refusal.OfPeople.OneTimeCodeNeeded());
        }
        var credential = caller.credential() == null ? "" : caller.credential();
        var shown = sha256(code.strip());
        var now = clock.instant();
        boolean kept =
                db.sql(KEPT)
                                .params(user.uuid(), shown, credential, Timestamp.from(now))
                                .query(Integer.class)
                                .single()
                        > 0;
        if (!kept) {
            second.require(user, code);
            if (!credential.isEmpty()) {
                keep(user, shown, credential, ONE_COMMAND);
            }
        }
    }

    /// Opens a page for somebody to show themselves on.
    ///
    /// @return empty when too many are open
    public Optional<Asked> ask(UserId user) {
        var now = clock.instant();
        db.sql("delete from varve_vault.presence_request where expires_at < ?")
                .param(Timestamp.from(now))
                .update();
        var asked =
                new Asked(secret().substring(0, SECRET_BYTES).toUpperCase(Locale.ROOT), secret());
        int opened =
                db.sql(OPEN)
                        .param(sha256(asked.exchangeToken()))
                        .param(asked.code())
                        .param(user.uuid())
                        .param(Timestamp.from(now.plus(ONE_PASS)))
                        .param(user.uuid())
                        .param(MOST_REQUESTS)
                        .update();
        return opened == 1 ? Optional.of(asked) : Optional.empty();
    }

    /// Somebody has shown themselves on the page that was opened for them.
    void confirm(String page, UserId user) {
        var now = Timestamp.from(clock.instant());
        if (db.sql(CONFIRM).params(page, user.uuid(), now).update() == 0) {
            throw new Refused(new Refusal.OfPeople.AuthorizationNotFound());
        }
    }

    /// @return a pass to send instead of a code, once; empty while nobody was there
    /// @throws Refused when nobody is asked any more
    public Optional<String> collect(String exchangeToken) {
        var now = Timestamp.from(clock.instant());
        var asked = sha256(exchangeToken);
        var owner = db.sql(COLLECT).params(asked, now).query(UUID.class).optional();
        if (owner.isPresent()) {
            var pass = secret();
            keep(new UserId(owner.get()), sha256(pass), "", ONE_PASS);
            return Optional.of(pass);
        }
        var open =
                db.sql(
                                "select count(*) from varve_vault.presence_request"
                                        + " where exchange_sha256 = ? and expires_at > ?")
                        .params(asked, now)
                        .query(Integer.class)
                        .single();
        if (open == 0) {
            throw new Refused(new Refusal.OfPeople.AuthorizationNotFound());
        }
        return Optional.empty();
    }

    private void keep(UserId user, String sha256, String credential, Duration length) {
        var now = clock.instant();
        db.sql("delete from varve_vault.presence where ends_at < ?")
                .param(Timestamp.from(now))
                .update();
        db.sql(KEEP)
                .params(user.uuid(), sha256, credential, Timestamp.from(now.plus(length)))
                .update();
    }

    private static String sha256(String text) {
        return Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String secret() {
        var bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
