package varve.command.signon;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.Sha256;
import varve.contract.account.UserId;

/// People who were sent to a provider and are not back yet. Each way back can be gone once, within
/// ten minutes.
@Component
class Journeys {
    static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int BYTES = 32;
    private static final String BEGIN =
            """
            insert into varve_command.journey
                (state, provider, nonce, verifier, redirect, owner, expires_at)
            values (?, ?, ?, ?, ?, ?, ?)
            """;

    /// @param state that the provider hands back, known to the person's browser too
    /// @param verifier of RFC 7636
    /// @param owner who links an account elsewhere to theirs; absent for whoever signs in
    record Journey(
            String state,
            String provider,
            String nonce,
            String verifier,
            String redirect,
            @Nullable UserId owner) {

        String challenge() {
            try {
                var digest = MessageDigest.getInstance("SHA-256");
                return base64(digest.digest(verifier.getBytes(StandardCharsets.US_ASCII)));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private final JdbcClient db;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Journeys(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    Journey begin(String provider, String redirect, @Nullable UserId owner) {
        var journey = new Journey(secret(), provider, secret(), secret(), redirect, owner);
        var now = clock.instant();
        db.sql("delete from varve_command.journey where expires_at < ?")
                .param(Timestamp.from(now))
                .update();
        db.sql(BEGIN)
                .param(hash(journey.state()))
                .param(provider)
                .param(journey.nonce())
                .param(journey.verifier())
                .param(redirect)
                .param(owner == null ? null : owner.uuid())
                .param(Timestamp.from(now.plus(LONGEST)))
                .update();
        return journey;
    }

    /// @return empty when nobody was sent with this, or is back already, or was away too long
    Optional<Journey> end(String state, String provider) {
        return db.sql(
                        """
                        delete from varve_command.journey
                        where state = ? and provider = ? returning *
                        """)
                .params(hash(state), provider)
                .query((row, _) -> {
                    var owner = row.getObject("owner", UUID.class);
                    boolean late =
                            row.getTimestamp("expires_at").toInstant().isBefore(clock.instant());
                    return late
                            ? Optional.<Journey>empty()
                            : Optional.of(
                                    new Journey(
                                            state,
                                            provider,
                                            row.getString("nonce"),
                                            row.getString("verifier"),
                                            row.getString("redirect"),
                                            owner == null ? null : new UserId(owner)));
                })
                .optional()
                .flatMap(found -> found);
    }

    private String secret() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return base64(bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String hash(String state) {
        return Sha256.hex(state.getBytes(StandardCharsets.UTF_8));
    }
}
