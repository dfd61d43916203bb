package varve.gateway.shelf;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/// The headers that say what browsers may do with an answer (JSR's, per kind of answer).
public final class Headers {
    public static final String API_METHODS = "HEAD, GET, POST, PUT, PATCH, DELETE";
    public static final String FILE_METHODS = "HEAD, GET";

    private static final String NOTHING_RUNS =
            "default-src 'none'; script-src 'none'; style-src 'none'; img-src 'none';"
                    + " font-src 'none'; connect-src 'none'; frame-src 'none'; object-src 'none';"
                    + " frame-ancestors 'none'; form-action 'none'; sandbox";

    private Headers() {}

    /// What somebody uploaded: anyone may fetch it, nothing in it may run.
    static void userContent(HttpServletResponse response, String backend) {
        response.setHeader("Content-Security-Policy", NOTHING_RUNS);
        shared(response, backend);
    }

    public static void api(HttpServletResponse response) {
        shared(response, "api");
    }

    /// Answers a browser that asks first whether it may ask.
    ///
    /// @return whether it was such a request
    public static boolean answeredPreflight(
            HttpServletRequest request, HttpServletResponse response, String methods) {
        if (!request.getMethod().equals("OPTIONS")
                || request.getHeader("Origin") == null
                || request.getHeader("Access-Control-Request-Method") == null) {
            return false;
        }
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        response.setHeader("Access-Control-Max-Age", "3600");
        response.setHeader("Access-Control-Allow-Methods", methods);
        response.setHeader(
                "Access-Control-Allow-Headers",
                "Authorization, X-Cloud-Trace-Context, Content-Type, npm-command, npm-scope,"
                        + " npm-session, user-agent");
        return true;
    }

    /// Answers any OPTIONS request: one that asks first, or one that asks what is possible.
    static void answerOptions(
            HttpServletRequest request, HttpServletResponse response, String methods) {
        if (!answeredPreflight(request, response, methods)) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            response.setHeader("Allow", methods + ", OPTIONS");
        }
    }

    private static void shared(HttpServletResponse response, String backend) {
        response.setHeader("X-Robots-Tag", "noindex");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader("Access-Control-Expose-Headers", "*");
        response.addHeader("Vary", "Origin");
        response.setHeader("X-JSR-Backend", backend);
    }
}
