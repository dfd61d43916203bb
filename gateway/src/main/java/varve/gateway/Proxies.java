package varve.gateway;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import varve.contract.token.AddressRange;

/// Servers that stand in front of this one, whose word for where a request comes from counts.
///
/// @param trusted their addresses; none where clients come by themselves
public record Proxies(List<AddressRange> trusted) {
    /// Some write the port, too, and then an IPv6 address in brackets (RFC 7239 §6).
    private static final Pattern HOP =
            Pattern.compile("\\[([0-9a-fA-F:.]+)](?::\\d+)?|([0-9.]+)(?::\\d+)?|([0-9a-fA-F:.]+)");

    public Proxies {
        trusted = List.copyOf(trusted);
    }

    /// The nearest address that is no trusted proxy's. Each proxy appends whom it heard from, so
    /// the list is read from its end; what stands before the first stranger anybody may have
    /// written.
    ///
    /// @param peer at the other end of the connection
    /// @param forwardedFor values of `X-Forwarded-For`, in their order
    String client(String peer, List<String> forwardedFor) {
        var hops =
                forwardedFor.stream()
                        .flatMap(value -> Arrays.stream(value.split(",", -1)))
                        .toList();
        var from = peer;
        for (var hop : hops.reversed()) {
            var before = trusts(from) ? address(hop.strip()) : Optional.<String>empty();
            if (before.isEmpty()) {
                return from;
            }
            from = before.get();
        }
        return from;
    }

    private boolean trusts(String address) {
        int zone = address.indexOf('%');
        var from = InetAddress.ofLiteral(zone < 0 ? address : address.substring(0, zone));
        return trusted.stream().anyMatch(range -> range.contains(from));
    }

    private static Optional<String> address(String hop) {
        var parts = HOP.matcher(hop);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            for (int group = 1; group <= parts.groupCount(); group++) {
                var literal = parts.group(group);
                if (literal != null) {
                    return Optional.of(InetAddress.ofLiteral(literal).getHostAddress());
                }
            }
        } catch (IllegalArgumentException _) {
            // nobody's address
        }
        return Optional.empty();
    }
}
