package varve.command.account;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.account.UserId;

/// Passwords, kept as Argon2id with OWASP's figures (19 MiB, two passes). Few are worked on at the
/// same time, so that a flood of them costs neither the memory nor the processors of the rest.
@Component
public class Passwords {
    private static final int SHORTEST = 8;
    private static final int LONGEST = 200;
    private static final int AT_ONCE = 4;
    private static final int SECONDS_TO_WAIT = 5;

    private static final String KEEP =
            """
            insert into varve_vault.password (owner, hash, changed_at) values (?, ?, ?)
            on conflict (owner) do update set hash = excluded.hash, changed_at = excluded.changed_at
            """;

    private static final String TAKE_OVER =
            """
            insert into varve_vault.password (owner, hash, changed_at) values (?, ?, ?)
            on conflict (owner) do nothing
            """;

    /// At most 2^15 rounds: whoever wrote it must not keep a processor busy.
    private static final Pattern BCRYPT =
            Pattern.compile("\\$2[aby]?\\$(0[4-9]|1[0-5])\\$[./A-Za-z0-9]{53}");

    private final BCryptPasswordEncoder bcrypt = new BCryptPasswordEncoder();
    private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);
    private final Semaphore turns = new Semaphore(AT_ONCE);
    private final JdbcClient db;
    private final Clock clock;
    private final LeakedPasswords leaked;

    /// Compared with when there is no such person, so that this takes no less time.
    private final String nobodys;

    Passwords(JdbcClient db, Clock clock, PeoplePolicy policy) {
        this.db = db;
        this.clock = clock;
        this.leaked = policy.leaked();
        this.nobodys = hash("nobody's password");
    }

    /// @throws Refused when it is too easy to guess
    void check(String password, String login) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST || length > LONGEST) {
            throw refused("it has 8 to 200 characters");
        }
        if (!login.isEmpty()
                && password.toLowerCase(Locale.ROOT).equals(login.toLowerCase(Locale.ROOT))) {
            throw refused("it is not the name");
        }
        if (leaked.contains(password)) {
            throw refused("this one is known from a leak");
        }
    }

    public void keep(UserId user, String password) {
        db.sql(KEEP).params(user.uuid(), hash(password), Timestamp.from(clock.instant())).update();
    }

    /// Takes over what another program kept of a password, for whoever has none here.
    ///
    /// @param hash bcrypt's
    /// @throws IllegalArgumentException when it is no such hash
    public void takeOver(UserId user, String hash) {
        if (!BCRYPT.matcher(hash).matches()) {
            throw new IllegalArgumentException("not of bcrypt");
        }
        db.sql(TAKE_OVER).params(user.uuid(), hash, Timestamp.from(clock.instant())).update();
    }

    Optional<String> hashOf(UserId user) {
        return db.sql("select hash from varve_vault.password where owner = ?")
                .param(user.uuid())
                .query(String.class)
                .optional();
    }

    /// @param hash null when there is nobody; the answer takes as long then and is no
    boolean match(String password, @Nullable String hash) {
        var kept = hash == null ? nobodys : hash;
        boolean same =
                inTurn(() ->
                        BCRYPT.matcher(kept).matches()
                                ? bcrypt.matches(password, kept)
                                : argon2.matches(password, kept));
        return same && hash != null;
    }

    private String hash(String password) {
        return inTurn(() -> argon2.encode(password));
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (turns.tryAcquire(SECONDS_TO_WAIT, TimeUnit.SECONDS)) {
                try {
                    return work.get();
                } finally {
                    turns.release();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        throw new Refused(new Refusal.Unavailable("sign-in"));
    }

    private static Refused refused(String why) {
        return new Refused(new Refusal.OfPeople.PasswordNotAllowed(why));
    }
}
