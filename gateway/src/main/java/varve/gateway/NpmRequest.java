package varve.gateway;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import varve.gateway.access.SpelledPath;

/// A request to the npm host as those who handle it see it: below a prefix of its own, and spelled
/// in one way. Clients write `/@scope%2fname`, `/%40scope%2Fname` or `/@scope/name`; what has no
/// scope gets one of its own ({@link NpmPath}).
final class NpmRequest extends HttpServletRequestWrapper {
    static final String PREFIX = "/~npm";

    private final String uri;

    NpmRequest(RequestPath path, HttpServletRequest request) {
        super(request);
        this.uri = PREFIX + SpelledPath.encoded(NpmPath.spelled(path.text()));
    }

    @Override
    public String getRequestURI() {
        return uri;
    }

    @Override
    public String getServletPath() {
        return uri;
    }
}
