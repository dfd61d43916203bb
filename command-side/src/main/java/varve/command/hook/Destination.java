package varve.command.hook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import okhttp3.HttpUrl;
import org.springframework.stereotype.Component;
import varve.contract.NpmRefusal;
import varve.contract.Refused;

/// Where webhooks may lead.
@Component
class Destination {
    private static final int LONGEST = 2000;

    private final PublicDestinations addresses;

    Destination(HookPolicy policy) {
        this.addresses = new PublicDestinations(policy.privateAddresses());
    }

    /// Names are looked up when something is delivered; what is plainly wrong is said at once.
    ///
    /// @throws Refused when it is no address that webhooks may lead to
    String checked(String endpoint) {
        var url = HttpUrl.parse(endpoint);
        if (url == null || endpoint.length() > LONGEST) {
            throw new NpmRefusal.EndpointNotAllowed("it is no http address").refused();
        }
        if (!url.username().isEmpty() || !url.password().isEmpty()) {
            throw new NpmRefusal.EndpointNotAllowed("it holds a password").refused();
        }
        if (isNumber(url.host()) || url.host().equals("localhost")) {
            try {
                addresses.lookup(url.host());
            } catch (UnknownHostException _) {
                throw new NpmRefusal.EndpointNotAllowed("it is in a private network").refused();
            }
        }
        return url.toString();
    }

    /// Whether a connection may be made there; names are looked at on the way.
    boolean isOpen(HttpUrl url) {
        try {
            return !isNumber(url.host()) || addresses.isAllowed(InetAddress.getByName(url.host()));
        } catch (UnknownHostException _) {
            return false;
        }
    }

    PublicDestinations addresses() {
        return addresses;
    }

    private static boolean isNumber(String host) {
        return host.contains(":") || host.matches("[0-9.]+");
    }
}
