package varve.query.audit;

import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.Refusal;
import varve.contract.Refused;

/// Moments of the past as positions of the log.
@Component
class Moments {
    private static final String LAST = "select coalesce(max(position), 0) from varve_read.audit";
    private static final String UNTIL = LAST + " where at <= ?";

    private final JdbcClient db;

    Moments(JdbcClient db) {
        this.db = db;
    }

    /// Position of the last fact that counts.
    ///
    /// @param asOf a position, an RFC 3339 moment, or nothing for now
    long position(@Nullable String asOf) {
        long last = db.sql(LAST).query(Long.class).single();
        if (asOf == null) {
            return last;
        }
        if (asOf.matches("\\d{1,18}")) {
            return Math.min(Long.parseLong(asOf), last);
        }
        return db.sql(UNTIL).param(Timestamp.from(moment(asOf))).query(Long.class).single();
    }

    static @Nullable Instant momentOrNull(@Nullable String text) {
        return Optional.ofNullable(text).map(Moments::moment).orElse(null);
    }

    private static Instant moment(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException _) {
            throw new Refused(
                    new Refusal.Malformed(
                            "'" + text + "' is neither a position nor an RFC 3339 moment"));
        }
    }
}
