package varve.gateway;

import jakarta.servlet.http.HttpServletRequest;

/// Which of the two origins a request came to. Both protocols need the root of one.
public enum Host {
    /// JSR's protocol, the REST API and the pages.
    REGISTRY,
    /// npm's protocol.
    NPM;

    /// The npm host has a port of its own, and answers to `npm.` before the registry's name too,
    /// where one port is all there is.
    static Host of(HttpServletRequest request, int npmPort) {
        var name = request.getServerName();
        return request.getLocalPort() == npmPort || name.startsWith("npm.") ? NPM : REGISTRY;
    }
}
