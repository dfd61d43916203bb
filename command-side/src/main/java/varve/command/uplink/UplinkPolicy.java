package varve.command.uplink;

import java.time.Duration;
import java.util.List;

/// What the operator has set about other registries.
///
/// @param uplinks asked in this order; none by default
/// @param cacheBytes that tarballs of theirs may take up here
/// @param cacheAge how long one is kept that nobody wants
public record UplinkPolicy(List<Uplink> uplinks, Gate gate, long cacheBytes, Duration cacheAge) {
    public UplinkPolicy {
        uplinks = List.copyOf(uplinks);
    }
}
