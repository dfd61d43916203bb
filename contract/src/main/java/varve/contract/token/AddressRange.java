package varve.contract.token;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.regex.Pattern;
import varve.contract.Refusal;
import varve.contract.Refused;

/// Network addresses with a common beginning, as `192.0.2.0/24` or `2001:db8::/32`; one address
/// without a slash stands for itself.
///
/// @param bits how many of the first address's bits all of them share
public record AddressRange(InetAddress first, int bits) {
    private static final Pattern LITERAL = Pattern.compile("[0-9a-fA-F:.]+");

    /// @throws Refused when it is not a range of addresses; names are never looked up
    public static AddressRange of(String text) {
        int slash = text.indexOf('/');
        var address = slash < 0 ? text : text.substring(0, slash);
        if (LITERAL.matcher(address).matches()) {
            try {
                var first = InetAddress.ofLiteral(address);
                int longest = first.getAddress().length * 8;
                int bits = slash < 0 ? longest : Integer.parseInt(text.substring(slash + 1));
                if (bits >= 0 && bits <= longest) {
                    return new AddressRange(first, bits);
                }
            } catch (IllegalArgumentException _) {
                // said below
            }
        }
        throw new Refused(new Refusal.Malformed("'" + text + "' is not a range of addresses"));
    }

    public boolean contains(InetAddress address) {
        var mine = first.getAddress();
        var other = address.getAddress();
        if (mine.length != other.length) {
            return false;
        }
        int whole = bits / 8;
        if (!Arrays.equals(mine, 0, whole, other, 0, whole)) {
            return false;
        }
        int rest = bits % 8;
        return rest == 0 || ((mine[whole] ^ other[whole]) & 0xff) >> (8 - rest) == 0;
    }
}
