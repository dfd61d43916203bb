package varve.command.uplink;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Which uplinks are worth asking: one that failed repeatedly is left alone for a while, so that
/// nobody waits for it.
@Component
class Health {
    private static final Logger LOG = LoggerFactory.getLogger(Health.class);

    private record State(int failures, Instant until) {}

    private final Map<String, State> states = new ConcurrentHashMap<>();
    private final Clock clock;

    Health(Clock clock) {
        this.clock = clock;
    }

    boolean isWorthAsking(Uplink uplink) {
        var state = states.get(uplink.name());
        return state == null
                || state.failures() < Uplink.FAILURES
                || !clock.instant().isBefore(state.until());
    }

    void answered(Uplink uplink) {
        states.remove(uplink.name());
    }

    void failed(Uplink uplink, UplinkTrouble trouble) {
        LOG.atWarn()
                .addKeyValue("uplink", uplink.name())
                .addKeyValue("reason", trouble.getMessage())
                .log("an uplink failed");
        var until = clock.instant().plus(uplink.rest());
        states.merge(
                uplink.name(),
                new State(1, until),
                (before, one) -> new State(before.failures() + 1, until));
    }
}
