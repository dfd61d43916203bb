package varve.command.authorization;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.Sha256;
import varve.contract.account.UserId;

/// What programs ask people to approve. A request is decided once and collected once.
@Component
class Requests {
    static final Duration LIFE = Duration.ofMinutes(10);

    /// A to Z without what looks like digits (JSR's).
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ";

    private static final SecureRandom RANDOM = new SecureRandom();

    private static final String OPEN =
            """
            insert into varve_command.authorization_request
                (id, code, exchange_sha256, challenge, permissions, expires_at)
            values (?, ?, ?, ?, ?::jsonb, ?)
            """;
    private static final String COLUMNS =
            "code, challenge, permissions::text as permissions, expires_at, decision, decided_by,"
                    + " decided_with";
    private static final String DECIDE =
            """
            update varve_command.authorization_request
            set decision = ?, decided_by = ?, decided_with = ?
            where code = ? and decision is null and expires_at > ?
            """;

    private final JdbcClient db;
    private final Clock clock;

    Requests(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// @param exchangeToken with which the program collects the answer
    record Opened(String code, String exchangeToken, Instant expiresAt) {}

    /// @param challenge absent when the exchange token alone is enough
    /// @param permissions a JSON list; absent for everything
    record Request(
            String code,
            @Nullable String challenge,
            @Nullable String permissions,
            Instant expiresAt,
            @Nullable String decision,
            @Nullable UserId decidedBy,
            @Nullable String decidedWith) {
        boolean isApproved() {
            return Decision.APPROVED.name().equals(decision);
        }
    }

    enum Decision {
        APPROVED,
        DENIED
    }

    Opened open(@Nullable String challenge, @Nullable String permissions) {
        var now = clock.instant();
        db.sql("delete from varve_command.authorization_request where expires_at < ?")
                .param(Timestamp.from(now.minus(LIFE)))
                .update();
        var opened = new Opened(code(), secret(), now.plus(LIFE));
        db.sql(OPEN)
                .param(UUID.randomUUID())
                .param(opened.code())
                .param(hash(opened.exchangeToken()))
                .param(challenge)
                .param(permissions)
                .param(Timestamp.from(opened.expiresAt()))
                .update();
        return opened;
    }

    /// What is undecided and has not ended.
    Optional<Request> pending(String code) {
        return one("code = ?", code)
                .filter(request -> request.decision() == null)
                .filter(request -> request.expiresAt().isAfter(clock.instant()));
    }

    Optional<Request> byExchange(String exchangeToken) {
        return one("exchange_sha256 = ?", hash(exchangeToken));
    }

    /// Takes a decided request away, so that of two who collect it one gets it.
    boolean collect(String exchangeToken) {
        return db.sql(
                                "delete from varve_command.authorization_request"
                                        + " where exchange_sha256 = ? and decision is not null")
                        .param(hash(exchangeToken))
                        .update()
                == 1;
    }

    /// @param with which session
    /// @return false when there was nothing left to decide
    boolean decide(String code, Decision decision, UserId by, @Nullable String with) {
        return db.sql(DECIDE)
                        .param(decision.name())
                        .param(by.uuid())
                        .param(with)
                        .param(code)
                        .param(Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    private Optional<Request> one(String where, String value) {
        return db.sql(
                        "select "
                                + COLUMNS
                                + " from varve_command.authorization_request where "
                                + where)
                .param(value)
                .query((row, _) -> request(row))
                .optional();
    }

    private static Request request(ResultSet row) throws SQLException {
        var by = row.getObject("decided_by", UUID.class);
        return new Request(
                row.getString("code"),
                row.getString("challenge"),
                row.getString("permissions"),
                row.getTimestamp("expires_at").toInstant(),
                row.getString("decision"),
                by == null ? null : new UserId(by),
                row.getString("decided_with"));
    }

    private static String code() {
        var code = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            code.append(i == 4 ? "-" : "").append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    private static String secret() {
        var bytes = new byte[20];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static String hash(String secret) {
        return Sha256.hex(secret.getBytes(StandardCharsets.UTF_8));
    }
}
