package varve.command.hook;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;
import okhttp3.Dns;

/// Finds addresses of hosts, and none that lead into private networks, to this machine or to
/// everybody. It is asked for the very connection, so a name cannot mean something else meanwhile.
final class PublicDestinations implements Dns {
    private final boolean all;

    /// @param all whether every address is taken
    PublicDestinations(boolean all) {
        this.all = all;
    }

    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
        var found = Stream.of(InetAddress.getAllByName(host)).filter(this::isAllowed).toList();
        if (found.isEmpty()) {
            throw new UnknownHostException(host + " is in a private network");
        }
        return found;
    }

    boolean isAllowed(InetAddress address) {
        return all || isPublic(address);
    }

    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        var bytes = address.getAddress();
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        return switch (address) {
            case Inet4Address _ ->
                    first != 0
                            && first < 240
                            && !(first == 100 && second >= 64 && second < 128)
                            && !(first == 192 && second == 0 && bytes[2] == 0)
                            && !(first == 198 && (second == 18 || second == 19));
            // only what is given out worldwide, and nothing that wraps an address of the old kind
            case Inet6Address _ ->
                    (first & 0xe0) == 0x20
                            && !(first == 0x20 && second == 0x02)
                            && !(first == 0x20 && second == 0x01 && bytes[2] == 0 && bytes[3] == 0);
            default -> false;
        };
    }
}
