package varve.command.account;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.Sha256;
import varve.contract.account.UserId;

/// Invitations to sign up, each for one person, kept as hashes.
@Component
class Invitations {
    private static final Duration LIFE = Duration.ofDays(7);

    private final JdbcClient db;
    private final Clock clock;

    Invitations(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// @param code told once and never again
    record Made(String code, Instant expiresAt) {}

    Made make(UserId by) {
        var code = UUID.randomUUID().toString();
        var end = clock.instant().plus(LIFE);
        db.sql(
                        "insert into varve_vault.invitation (sha256, invited_by, expires_at) values (?, ?, ?)")
                .params(hash(code), by.uuid(), Timestamp.from(end))
                .update();
        return new Made(code, end);
    }

    /// @throws Refused when there is no such invitation any more
    void check(String code) {
        int found =
                db.sql(
                                "select count(*) from varve_vault.invitation where sha256 = ? and expires_at > ?")
                        .params(hash(code), Timestamp.from(clock.instant()))
                        .query(Integer.class)
                        .single();
        if (found == 0) {
            throw new Refused(new Refusal.OfPeople.InvitationNotFound());
        }
    }

    /// Of two who use it at the same moment one is refused.
    void use(String code) {
        int used =
                db.sql("delete from varve_vault.invitation where sha256 = ? and expires_at > ?")
                        .params(hash(code), Timestamp.from(clock.instant()))
                        .update();
        if (used == 0) {
            throw new Refused(new Refusal.OfPeople.InvitationNotFound());
        }
    }

    private static String hash(String code) {
        return Sha256.hex(code.getBytes(StandardCharsets.UTF_8));
    }
}
