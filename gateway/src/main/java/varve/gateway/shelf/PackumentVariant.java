package varve.gateway.shelf;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import varve.blobs.Paths.Form;

/// In which of its forms a packument is asked for. There is never a reason to refuse one: who asks
/// for something unknown gets the whole document.
///
/// @param write whether the client is about to send it back changed, and must not get an old one
record PackumentVariant(Form form, boolean gzip, boolean write) {
    private static final Pattern NOT_AT_ALL = Pattern.compile(".*;\\s*q=0(\\.0*)?\\s*");

    static PackumentVariant of(HttpServletRequest request) {
        boolean write = "true".equals(request.getParameter("write"));
        boolean install = accepts(request.getHeader("Accept"), Form.INSTALL.mediaType());
        return new PackumentVariant(
                install ? Form.INSTALL : Form.FULL,
                accepts(request.getHeader("Accept-Encoding"), "gzip"),
                write);
    }

    Map<String, String> headers() {
        var headers = new HashMap<String, String>();
        if (gzip) {
            headers.put("Content-Encoding", "gzip");
        }
        if (write) {
            headers.put("Cache-Control", "no-cache");
        }
        return headers;
    }

    private static boolean accepts(@Nullable String header, String wanted) {
        return header != null
                && Arrays.stream(header.toLowerCase(Locale.ROOT).split(","))
                        .map(String::strip)
                        .filter(one -> !NOT_AT_ALL.matcher(one).matches())
                        .map(one -> one.split(";", 2)[0].strip())
                        .anyMatch(wanted::equals);
    }
}
