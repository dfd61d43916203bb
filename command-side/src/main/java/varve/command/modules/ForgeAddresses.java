package varve.command.modules;

import java.net.InetAddress;
import java.util.List;

/// The addresses that GitHub sends webhooks from, as its documentation lists them.
final class ForgeAddresses {
    private record Range(byte[] network, int bits) {
        static Range of(String text) {
            var parts = text.split("/");
            return new Range(
                    InetAddress.ofLiteral(parts[0]).getAddress(), Integer.parseInt(parts[1]));
        }

        boolean contains(byte[] address) {
            if (address.length != network.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % 8;
                if ((address[bit / 8] & mask) != (network[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    private static final List<Range> GITHUB =
            List.of(
                    Range.of("192.30.252.0/22"),
                    Range.of("185.199.108.0/22"),
                    Range.of("140.82.112.0/20"),
                    Range.of("143.55.64.0/20"),
                    Range.of("2a0a:a440::/29"),
                    Range.of("2606:50c0::/32"));

    private ForgeAddresses() {}

    /// @param address as numbers, IPv4 or IPv6
    static boolean contain(String address) {
        var literal = address.contains("%") ? address.substring(0, address.indexOf('%')) : address;
        var bytes = InetAddress.ofLiteral(literal).getAddress();
        return GITHUB.stream().anyMatch(range -> range.contains(bytes));
    }
}
