package varve.command.token;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.token.TokenId;
import varve.contract.token.TokenUse;

/// Remembers when and from where a credential was last used, to the minute. A use that is not
/// noted, because the database is slow or many are noted at once, is noted the next time.
@Component
class LastUse implements TokenUse {
    private static final Logger LOG = LoggerFactory.getLogger(LastUse.class);
    private static final Duration EXACT_TO = Duration.ofMinutes(1);
    private static final int MOST_REMEMBERED = 10_000;
    private static final int MOST_AT_ONCE = 4;

    private static final String NOTE =
            "update varve_vault.token_label set used_at = ?, used_from = ? where token = ?";

    private final JdbcClient db;
    private final Clock clock;
    private final Map<TokenId, Instant> noted = new ConcurrentHashMap<>();
    private final Semaphore notes = new Semaphore(MOST_AT_ONCE);

    LastUse(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Override
    public void used(TokenId token, String address) {
        var now = clock.instant();
        var last = noted.get(token);
        if (last != null && last.plus(EXACT_TO).isAfter(now) || !notes.tryAcquire()) {
            return;
        }
        if (noted.size() >= MOST_REMEMBERED) {
            noted.clear();
        }
        noted.put(token, now);
        Thread.ofVirtual().name("last-use").start(() -> note(token, address, now));
    }

    private void note(TokenId token, String address, Instant now) {
        try {
            db.sql(NOTE).params(Timestamp.from(now), address, token.uuid()).update();
        } catch (DataAccessException e) {
            noted.remove(token);
            LOG.atDebug().setCause(e).log("a use of a token was not noted");
        } finally {
            notes.release();
        }
    }
}
