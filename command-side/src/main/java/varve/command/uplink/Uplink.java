package varve.command.uplink;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Another registry, as the operator has set it.
///
/// @param timeout how long it has to answer
/// @param maxAge how long what it said is good
/// @param absence how long it is believed that there is no such package
/// @param rest how long it is left alone after it failed repeatedly
/// @param authorization sent to its own origin only
/// @param names patterns of the packages it is asked for, all when empty
/// @param hosts that tarballs may lie on, besides its own
public record Uplink(
        String name,
        URI address,
        Duration timeout,
        Duration maxAge,
        Duration absence,
        Duration rest,
        Optional<String> authorization,
        List<NamePattern> names,
        Set<String> hosts) {
    /// After so many failures in a row it is left alone for a while.
    static final int FAILURES = 2;

    public Uplink {
        names = List.copyOf(names);
        hosts = Set.copyOf(hosts);
    }

    boolean hasToDoWith(String pkg) {
        return names.isEmpty() || names.stream().anyMatch(pattern -> pattern.covers(pkg));
    }

    /// Where it tells of a package: the slash in a name is written as npm writes it.
    URI packument(String pkg) {
        return address.resolve(address.getPath() + pkg.replace("/", "%2f"));
    }

    /// Whether bytes may be fetched from there.
    boolean reaches(URI place) {
        var host = place.getHost();
        return host != null
                && (isOwn(place)
                        || hosts.contains(
                                place.getPort() < 0 ? host : host + ":" + place.getPort()))
                && (place.getScheme().equals("https") || place.getScheme().equals("http"))
                && (address.getScheme().equals("http") || place.getScheme().equals("https"));
    }

    /// Whether it is of the uplink's own origin.
    boolean isOwn(URI place) {
        return address.getScheme().equals(place.getScheme())
                && address.getAuthority().equals(place.getAuthority());
    }

    /// Credentials are nobody's business, not even a log's.
    @Override
    public String toString() {
        return name + " (" + address + ")";
    }
}
