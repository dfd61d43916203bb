package varve.gateway.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import varve.contract.Credentials;

/// From where somebody comes.
final class Addresses {
    private Addresses() {}

    /// Whether the credential may be used from where this request comes.
    static boolean mayUse(Credentials.Holder holder, HttpServletRequest request) {
        var allowed = holder.allowedFrom();
        if (allowed.isEmpty()) {
            return true;
        }
        var from = InetAddress.ofLiteral(request.getRemoteAddr());
        return allowed.stream().anyMatch(range -> range.contains(from));
    }
}
