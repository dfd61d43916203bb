package varve.gateway;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;

/// Lets all who ask where a request comes from see the client, not the proxy in between.
final class BehindProxies extends HttpFilter {
    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private final transient Proxies proxies;

    BehindProxies(Proxies proxies) {
        this.proxies = proxies;
    }

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (proxies.trusted().isEmpty() || request.getHeader(FORWARDED_FOR) == null) {
            chain.doFilter(request, response);
            return;
        }
        var client =
                proxies.client(
                        request.getRemoteAddr(),
                        Collections.list(request.getHeaders(FORWARDED_FOR)));
        var seen =
                new HttpServletRequestWrapper(request) {
                    @Override
                    public String getRemoteAddr() {
                        return client;
                    }
                };
        chain.doFilter(seen, response);
    }
}
