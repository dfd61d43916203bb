package varve.command.account;

import static varve.command.account.WrongTries.On.ONE_TIME_CODE;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.PublicAddresses;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.Sha256;
import varve.contract.account.UserId;

/// One-time codes of an authenticator besides the password, and recovery codes for whoever has lost
/// it. Each code is good once.
@Component
public class SecondFactor {
    private static final int RECOVERY_CODES = 10;
    private static final int RECOVERY_BYTES = 10;

    private static final String BEGIN =
            """
            insert into varve_vault.authenticator (owner, secret) values (?, ?)
            on conflict (owner) do update set secret = excluded.secret
            where authenticator.confirmed_at is null
            """;
    private static final String CONFIRM =
            """
            update varve_vault.authenticator set confirmed_at = ?, last_step = ?
            where owner = ? and secret = ? and confirmed_at is null
            """;
    private static final String USE =
            "update varve_vault.authenticator set last_step = ? where owner = ? and last_step < ?";
    private static final String SECRET =
            "select secret from varve_vault.authenticator where owner = ? and confirmed_at is ";

    private final JdbcClient db;
    private final WrongTries tries;
    private final PublicAddresses addresses;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Turns turns = new Turns();

    SecondFactor(JdbcClient db, WrongTries tries, PublicAddresses addresses, Clock clock) {
        this.db = db;
        this.tries = tries;
        this.addresses = addresses;
        this.clock = clock;
    }

    /// What an authenticator is told.
    ///
    /// @param url the same in the form that authenticators read from a picture
    public record Enrolment(String secret, String url) {
        @Override
        public String toString() {
            return "Enrolment[…]";
        }
    }

    public boolean isOn(UserId user) {
        return secret(user, "not null").isPresent();
    }

    /// Makes a secret, which counts for nothing until a code made with it is told.
    ///
    /// @throws Refused when there is one that counts
    Enrolment begin(UserId user, String login) {
        var secret = new byte[Totp.SECRET_BYTES];
        random.nextBytes(secret);
        if (db.sql(BEGIN).params(user.uuid(), secret).update() == 0) {
            throw new Refused(new Refusal.OfPeople.SecondFactorIsOn());
        }
        var text = Totp.base32(secret);
        var here = addresses.registry().getHost();
        var label = URLEncoder.encode(here + ":" + login, StandardCharsets.UTF_8);
        return new Enrolment(
                text, "otpauth://totp/%s?secret=%s&issuer=%s".formatted(label, text, here));
    }

    /// From now on codes are asked for.
    ///
    /// @return the recovery codes, which nobody sees again
    List<String> confirm(UserId user, String code) {
        tries.check(ONE_TIME_CODE, user.text());
        var now = clock.instant();
        var secret = secret(user, "null").orElseThrow(SecondFactor::wrong);
        var step = Totp.step(secret, code.strip(), now);
        if (step.isEmpty()) {
            tries.note(ONE_TIME_CODE, user.text());
            throw wrong();
        }
        var confirmed =
                db.sql(CONFIRM)
                        .params(Timestamp.from(now), step.getAsLong(), user.uuid(), secret)
                        .update();
        if (confirmed == 0) {
            throw wrong();
        }
        return freshRecoveryCodes(user);
    }

    /// @param code of the authenticator or for recovery; absent when none was told
    /// @throws Refused when one is needed and it is absent or not good, or after too many wrong
    ///   ones
    void check(UserId user, @Nullable String code) {
        var secret = secret(user, "not null");
        if (secret.isEmpty()) {
            return;
        }
        if (code == null || code.isBlank()) {
            throw new Refused(new Refusal.OfPeople.OneTimeCodeNeeded());
        }
        if (!turns.take(user.text(), () -> isGood(user, secret.get(), code.strip()))) {
            throw wrong();
        }
    }

    private boolean isGood(UserId user, byte[] secret, String code) {
        tries.check(ONE_TIME_CODE, user.text());
        boolean good = isOfAuthenticator(user, secret, code) || recovers(user, code);
        if (good) {
            tries.forgive(ONE_TIME_CODE, user.text());
        } else {
            tries.note(ONE_TIME_CODE, user.text());
        }
        return good;
    }

    /// The same where only a code will do: who has no authenticator has none that is good.
    public void require(UserId user, @Nullable String code) {
        if (!isOn(user)) {
            throw wrong();
        }
        check(user, code);
    }

    /// @return whether there was one
    boolean remove(UserId user) {
        db.sql("delete from varve_vault.recovery_code where owner = ?").param(user.uuid()).update();
        return db.sql("delete from varve_vault.authenticator where owner = ?")
                        .param(user.uuid())
                        .update()
                > 0;
    }

    private boolean isOfAuthenticator(UserId user, byte[] secret, String code) {
        var step = Totp.step(secret, code, clock.instant());
        return step.isPresent()
                && db.sql(USE).params(step.getAsLong(), user.uuid(), step.getAsLong()).update()
                        == 1;
    }

    private boolean recovers(UserId user, String code) {
        return db.sql("delete from varve_vault.recovery_code where owner = ? and sha256 = ?")
                        .params(user.uuid(), hash(code))
                        .update()
                == 1;
    }

    private List<String> freshRecoveryCodes(UserId user) {
        var codes = Stream.generate(this::recoveryCode).limit(RECOVERY_CODES).toList();
        for (var code : codes) {
            db.sql("insert into varve_vault.recovery_code (owner, sha256) values (?, ?)")
                    .params(user.uuid(), hash(code))
                    .update();
        }
        return codes;
    }

    /// Eighty bits, in groups that people can copy.
    private String recoveryCode() {
        var bytes = new byte[RECOVERY_BYTES];
        random.nextBytes(bytes);
        return Totp.base32(bytes).toLowerCase(Locale.ROOT).replaceAll("(.{4})(?!$)", "$1-");
    }

    private static String hash(String code) {
        var letters = code.toLowerCase(Locale.ROOT).replaceAll("[^a-z2-7]", "");
        return Sha256.hex(letters.getBytes(StandardCharsets.UTF_8));
    }

    private Optional<byte[]> secret(UserId user, String confirmed) {
        return db.sql(SECRET + confirmed).param(user.uuid()).query(byte[].class).optional();
    }

    private static Refused wrong() {
        return new Refused(new Refusal.OfPeople.WrongOneTimeCode());
    }
}
