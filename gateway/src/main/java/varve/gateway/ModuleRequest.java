package varve.gateway;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Tells whether somebody wants the raw file at an address or a page about it. The same address
/// serves both: tools get the source, browsers that navigate there get a page, and nothing that a
/// browser would execute or embed from elsewhere gets raw user content (JSR's decision, fact by
/// fact).
final class ModuleRequest {
    /// `/@scope/name/` and then a list, a version's list, or a file of a version.
    private static final Pattern MODULE =
            Pattern.compile("/@[^/]+/[^/]+/(meta\\.json|\\d[^/]*_meta\\.json|\\d[^/]*/.+)");

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Pattern BOT =
            Pattern.compile(
                    "(?i)(slack|iframely|twitter|whatsapp|mozilla/5\\.0 \\(compatible; discordbot).*");

    private ModuleRequest() {}

    static boolean wantsRawFile(RequestPath path, HttpServletRequest request) {
        return MODULE.matcher(path.text()).matches()
                && READING.contains(request.getMethod())
                && !isBot(request)
                && maySeeRawFiles(
                        request.getHeader("Accept"),
                        request.getHeader("Sec-Fetch-Dest"),
                        request.getHeader("Sec-Fetch-Site"));
    }

    private static boolean maySeeRawFiles(
            @Nullable String accept, @Nullable String dest, @Nullable String site) {
        if (accept != null && accept.startsWith("text/html")) {
            return false;
        }
        if (dest == null) {
            return true;
        }
        return switch (dest) {
            case "empty" -> true;
            case "image", "video" -> "same-origin".equals(site);
            default -> false;
        };
    }

    private static boolean isBot(HttpServletRequest request) {
        var from = request.getHeader("From");
        var agent = request.getHeader("User-Agent");
        return (from != null
                        && from.toLowerCase(Locale.ROOT).startsWith("googlebot(at)googlebot.com"))
                || (agent != null && BOT.matcher(agent).matches());
    }
}
