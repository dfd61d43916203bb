package varve.command.account;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import varve.contract.Sha256;

/// Passwords that matched a hash a moment ago, remembered as a hash of both; a changed password has
/// another hash and is asked for anew.
@Component
class RecentMatches {
    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int MOST = 1_000;

    private final Clock clock;
    private final Map<String, Instant> until =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
                    return size() > MOST;
                }
            };

    RecentMatches(Clock clock) {
        this.clock = clock;
    }

    synchronized boolean matched(String password, String hash) {
        var end = until.get(key(password, hash));
        return end != null && end.isAfter(clock.instant());
    }

    synchronized void remember(String password, String hash) {
        until.put(key(password, hash), clock.instant().plus(REMEMBERED));
    }

    private static String key(String password, String hash) {
        return Sha256.hex((hash + "\n" + password).getBytes(StandardCharsets.UTF_8));
    }
}
