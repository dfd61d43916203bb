package varve.command.account;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.Sha256;
import varve.contract.account.UserId;

/// What authenticators are asked to sign: random, good once, for five minutes, and only in the
/// browser that asked, which is known by a cookie.
@Component
class PasskeyChallenges {
    static final String COOKIE = "passkey";
    static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int BYTES = 32;

    private static final String BEGIN =
            """
            insert into varve_command.passkey_challenge
                (browser_sha256, challenge, owner, expires_at)
            values (?, ?, ?, ?)
            """;
    private static final String END =
            """
            delete from varve_command.passkey_challenge where browser_sha256 = ?
            returning challenge, owner, expires_at
            """;

    /// @param owner who adds a passkey; absent where somebody shows one
    @SuppressWarnings("ArrayRecordComponent")
    record Challenge(byte[] bytes, @Nullable UserId owner) {}

    /// @param cookie to set
    @SuppressWarnings("ArrayRecordComponent")
    record Begun(byte[] challenge, String cookie) {}

    private record Kept(Challenge challenge, boolean late) {}

    private final JdbcClient db;
    private final Clock clock;
    private final PeoplePolicy policy;
    private final SecureRandom random = new SecureRandom();

    PasskeyChallenges(JdbcClient db, Clock clock, PeoplePolicy policy) {
        this.db = db;
        this.clock = clock;
        this.policy = policy;
    }

    Begun begin(@Nullable UserId owner) {
        var now = clock.instant();
        db.sql("delete from varve_command.passkey_challenge where expires_at < ?")
                .param(Timestamp.from(now))
                .update();
        var challenge = fresh();
        var browser = HexFormat.of().formatHex(fresh());
        db.sql(BEGIN)
                .param(hash(browser))
                .param(challenge)
                .param(owner == null ? null : owner.uuid())
                .param(Timestamp.from(now.plus(LONGEST)))
                .update();
        return new Begun(challenge, cookie(browser));
    }

    /// Takes it back, whatever the answer to it then turns out to be.
    ///
    /// @throws Refused when this browser has none that can still be answered
    Challenge end(HttpServletRequest request) {
        return browser(request)
                .flatMap(browser ->
                        db
                                .sql(END)
                                .param(hash(browser))
                                .query((row, _) -> {
                                    var owner = row.getObject("owner", UUID.class);
                                    var of = owner == null ? null : new UserId(owner);
                                    var until = row.getTimestamp("expires_at").toInstant();
                                    return new Kept(
                                            new Challenge(row.getBytes("challenge"), of),
                                            until.isBefore(clock.instant()));
                                })
                                .list()
                                .stream())
                .filter(kept -> !kept.late())
                .map(Kept::challenge)
                .findFirst()
                .orElseThrow(() -> new Refused(new Refusal.OfPeople.PasskeyChallengeGone()));
    }

    private static Stream<String> browser(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies == null
                ? Stream.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(Cookie::getValue)
                        .limit(1);
    }

    private byte[] fresh() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String hash(String browser) {
        return Sha256.hex(browser.getBytes(StandardCharsets.UTF_8));
    }

    private String cookie(String value) {
        return ResponseCookie.from(COOKIE, value)
                .httpOnly(true)
                .sameSite("Strict")
                .secure(policy.secureCookies())
                .path("/")
                .maxAge(LONGEST)
                .build()
                .toString();
    }
}
