package varve.command.account;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.Sha256;

/// Counts wrong tries, on all nodes together, and lets nobody guess for long. The figures are
/// PyPI's.
@Component
public class WrongTries {
    private static final Duration KEPT = Duration.ofDays(1);

    /// At most so many in so much time.
    private record Limit(int most, Duration within) {}

    /// What may be tried.
    public enum On {
        PASSWORD_OF_USER(new Limit(10, Duration.ofMinutes(5))),
        PASSWORD_FROM_ADDRESS(new Limit(10, Duration.ofMinutes(5))),
        PASSWORD_OF_ANYBODY(new Limit(1_000, Duration.ofMinutes(5))),
        ONE_TIME_CODE(
                new Limit(5, Duration.ofMinutes(5)),
                new Limit(20, Duration.ofHours(1)),
                new Limit(50, Duration.ofDays(1))),
        PASSKEY_FROM_ADDRESS(new Limit(10, Duration.ofMinutes(5))),
        AUTHORIZATION_CODE(new Limit(10, Duration.ofMinutes(5))),
        /// Not wrong, but enough.
        AUTHORIZATION_FROM_ADDRESS(new Limit(100, Duration.ofMinutes(10))),
        /// The same.
        SIGN_UP_FROM_ADDRESS(new Limit(100, Duration.ofHours(1)));

        private final List<Limit> limits;

        On(Limit... limits) {
            this.limits = List.of(limits);
        }
    }

    private final JdbcClient db;
    private final Clock clock;

    WrongTries(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// @param what whose password, from which address; kept as a hash only
    /// @throws Refused when there were too many
    public void check(On on, String what) {
        var now = clock.instant();
        var key = key(on, what);
        for (var limit : on.limits) {
            var from = now.minus(limit.within());
            var tries =
                    db.sql(
                                    """
                                    select at from varve_command.wrong_try
                                    where what = ? and at > ? order by at desc limit ?
                                    """)
                            .params(key, Timestamp.from(from), limit.most())
                            .query((row, _) -> row.getTimestamp(1).toInstant())
                            .list();
            if (tries.size() >= limit.most()) {
                throw tooMany(now, tries.getLast().plus(limit.within()));
            }
        }
    }

    public void note(On on, String what) {
        var now = clock.instant();
        db.sql("delete from varve_command.wrong_try where at < ?")
                .param(Timestamp.from(now.minus(KEPT)))
                .update();
        db.sql("insert into varve_command.wrong_try (what, at) values (?, ?)")
                .params(key(on, what), Timestamp.from(now))
                .update();
    }

    /// It was right this time.
    public void forgive(On on, String what) {
        db.sql("delete from varve_command.wrong_try where what = ?").param(key(on, what)).update();
    }

    private static Refused tooMany(Instant now, Instant again) {
        long wait = Math.max(1, Duration.between(now, again).toSeconds() + 1);
        return new Refused(new Refusal.OfPeople.TooManyAttempts(wait));
    }

    private static String key(On on, String what) {
        return Sha256.hex((on + ":" + what).getBytes(StandardCharsets.UTF_8));
    }
}
