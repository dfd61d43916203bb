package varve.gateway;

import jakarta.servlet.http.HttpServletRequest;

/// Which of the two origins a request came to. Both protocols need the root of one.
public enum Host {
    /// JSR's protocol, the REST API and the pages.
    REGISTRY,
    /// npm's protocol.
    NPM;

    private static final String ATTRIBUTE = Host.class.getName();

    /// Lets all who handle the request know in whose dialect to answer.
    void remember(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /// The host that the door saw.
    public static Host of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Host host ? host : REGISTRY;
    }

    /// The npm host has a port of its own, and answers to `npm.` before the registry's name too,
    /// where one port is all there is.
    static Host of(HttpServletRequest request, int npmPort) {
        var name = request.getServerName();
        return request.getLocalPort() == npmPort || name.startsWith("npm.") ? NPM : REGISTRY;
    }
}
