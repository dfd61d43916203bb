package varve.command.modules;

import java.net.InetAddress;
import java.util.List;
import varve.contract.token.AddressRange;

/// The addresses that GitHub sends webhooks from, as its documentation lists them.
final class ForgeAddresses {
    private static final List<AddressRange> GITHUB =
            List.of(
                    AddressRange.of("192.30.252.0/22"),
                    AddressRange.of("185.199.108.0/22"),
                    AddressRange.of("140.82.112.0/20"),
                    AddressRange.of("143.55.64.0/20"),
                    AddressRange.of("2a0a:a440::/29"),
                    AddressRange.of("2606:50c0::/32"));

    private ForgeAddresses() {}

    /// @param address as numbers, IPv4 or IPv6
    static boolean contain(String address) {
        var literal = address.contains("%") ? address.substring(0, address.indexOf('%')) : address;
        var from = InetAddress.ofLiteral(literal);
        return GITHUB.stream().anyMatch(range -> range.contains(from));
    }
}
