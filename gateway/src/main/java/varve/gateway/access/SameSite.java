package varve.gateway.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.stereotype.Component;
import varve.contract.PublicAddresses;
import varve.contract.Refusal;
import varve.contract.Refused;

/// Keeps other sites from making a browser change something here with its owner's session. Browsers
/// say where a request comes from: `Sec-Fetch-Site`, or at least `Origin`. What changes something
/// must come from this registry's own pages, and must say so.
@Component
class SameSite {
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

    private final String origin;

    SameSite(PublicAddresses addresses) {
        var registry = addresses.registry();
        this.origin = registry.getScheme() + "://" + registry.getAuthority();
    }

    /// @throws Refused with `CrossSite` when the request changes something and is not known to come
    ///   from our own pages
    void check(HttpServletRequest request) {
        if (HARMLESS.contains(request.getMethod())) {
            return;
        }
        var site = request.getHeader("Sec-Fetch-Site");
        if (site == null ? !isOurs(request) : !site.equals("same-origin")) {
            throw new Refused(new Refusal.OfPeople.CrossSite());
        }
    }

    /// The host that a browser asks is the one whose cookies it sends, whatever it is called.
    private boolean isOurs(HttpServletRequest request) {
        var from = request.getHeader("Origin");
        var host = request.getHeader("Host");
        return from != null
                && (from.equals(origin) || (host != null && from.endsWith("://" + host)));
    }
}
