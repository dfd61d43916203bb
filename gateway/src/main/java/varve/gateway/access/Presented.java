package varve.gateway.access;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import varve.contract.ci.Workloads;
import varve.gateway.Host;

/// What somebody shows at the door. A browser's cookie is looked at first and counts on the
/// registry only; a name with a password counts on the npm host only, whose clients know nothing
/// else. Words that are not known count as nothing (JSR's rules).
sealed interface Presented {
    String SESSION = "token";
    String BEARER = "Bearer ";
    String BASIC = "Basic ";
    Set<String> IDENTITIES = Set.of("githuboidc", "gitlaboidc");

    /// A signed JSON Web Token; the registry's own tokens have no dots.
    Pattern JWT = Pattern.compile("eyJ[\\w-]*\\.[\\w-]+\\.[\\w=-]*");

    record Nothing() implements Presented {}

    /// A browser's session.
    record Cookie(String token) implements Presented {
        @Override
        public String toString() {
            return "Cookie[…]";
        }
    }

    record Token(String token) implements Presented {
        @Override
        public String toString() {
            return "Token[…]";
        }
    }

    record Password(String login, String password) implements Presented {
        @Override
        public String toString() {
            return "Password[…]";
        }
    }

    /// What a job of continuous integration shows.
    record Identity(String scheme, String jwt) implements Presented {
        @Override
        public String toString() {
            return "Identity[…]";
        }
    }

    static Presented by(HttpServletRequest request) {
        var host = Host.of(request);
        var session = cookie(request, SESSION);
        if (host == Host.REGISTRY && !session.isEmpty()) {
            return new Cookie(session);
        }
        var authorization = request.getHeader("Authorization");
        if (authorization != null && authorization.startsWith(BEARER)) {
            return bearer(host, authorization.substring(BEARER.length()));
        }
        if (host == Host.NPM && authorization != null && authorization.startsWith(BASIC)) {
            return basic(authorization.substring(BASIC.length()));
        }
        if (host == Host.REGISTRY && authorization != null) {
            int blank = authorization.indexOf(' ');
            if (blank > 0 && IDENTITIES.contains(authorization.substring(0, blank))) {
                return new Identity(
                        authorization.substring(0, blank), authorization.substring(blank + 1));
            }
        }
        return new Nothing();
    }

    /// The cookie's value; empty when there is none.
    static String cookie(HttpServletRequest request, String name) {
        var cookies = request.getCookies();
        return (cookies == null
                        ? Stream.<jakarta.servlet.http.Cookie>empty()
                        : Arrays.stream(cookies))
                .filter(cookie -> cookie.getName().equals(name))
                .map(jakarta.servlet.http.Cookie::getValue)
                .findFirst()
                .orElse("");
    }

    /// Where clients know of no identity tokens, jobs give theirs for a token of the registry's:
    /// `deno publish --token "$ID_TOKEN"`.
    private static Presented bearer(Host host, String text) {
        return JWT.matcher(text).matches()
                ? new Identity(host == Host.NPM ? Workloads.NPM : Workloads.ANY, text)
                : new Token(text);
    }

    private static Presented basic(String encoded) {
        try {
            var text =
                    new String(Base64.getDecoder().decode(encoded.strip()), StandardCharsets.UTF_8);
            int colon = text.indexOf(':');
            return colon < 1
                    ? new Nothing()
                    : new Password(text.substring(0, colon), text.substring(colon + 1));
        } catch (IllegalArgumentException _) {
            return new Nothing();
        }
    }
}
