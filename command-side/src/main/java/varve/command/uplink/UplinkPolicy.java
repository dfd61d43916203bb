package varve.command.uplink;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import varve.contract.Live;
import varve.contract.pkg.NameRules;

/// What the operator has set about other registries, as it is at the moment.
public final class UplinkPolicy {
    private final Live<Terms> terms;
    private final Live<NameRules> rules;

    /// @param uplinks asked in this order; none by default
    /// @param cacheBytes that tarballs of theirs may take up here
    /// @param cacheAge how long one is kept that nobody wants
    public record Terms(List<Uplink> uplinks, Gate gate, long cacheBytes, Duration cacheAge) {
        public Terms {
            uplinks = List.copyOf(uplinks);
        }
    }

    public UplinkPolicy(Live<Terms> terms, Live<NameRules> rules) {
        this.terms = terms;
        this.rules = rules;
    }

    List<Uplink> uplinks() {
        return terms.now().uplinks();
    }

    /// Those that are asked for a package, in the order in which they are.
    List<Uplink> uplinks(String name) {
        var known = rules.now();
        return uplinks().stream()
                .filter(uplink -> uplink.hasToDoWith(name))
                .filter(uplink -> known.place(uplink.name(), name).isPresent())
                .sorted(
                        Comparator.comparing(uplink ->
                                known.place(uplink.name(), name).orElse(Integer.MAX_VALUE)))
                .toList();
    }

    Gate gate() {
        return terms.now().gate();
    }

    long cacheBytes() {
        return terms.now().cacheBytes();
    }

    Duration cacheAge() {
        return terms.now().cacheAge();
    }
}
