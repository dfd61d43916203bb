package varve.gateway.shelf;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import varve.blobs.Paths.Form;
import varve.blobs.Paths.Packing;

/// In which of its forms a packument is asked for. There is never a reason to refuse one: who asks
/// for something unknown gets the whole document.
///
/// @param packings that the client can unpack, the best first
/// @param write whether the client is about to send it back changed, and must not get an old one
record PackumentVariant(Form form, List<Packing> packings, boolean write) {
    private static final Pattern NOT_AT_ALL = Pattern.compile(".*;\\s*q=0(\\.0*)?\\s*");

    static PackumentVariant of(HttpServletRequest request) {
        boolean write = "true".equals(request.getParameter("write"));
        boolean install = accepts(request.getHeader("Accept"), Form.INSTALL.mediaType());
        return new PackumentVariant(
                install ? Form.INSTALL : Form.FULL,
                packings(request.getHeader("Accept-Encoding")),
                write);
    }

    Map<String, String> headers(Packing packing) {
        var headers = new HashMap<String, String>();
        if (packing != Packing.PLAIN) {
            headers.put("Content-Encoding", packing.coding());
        }
        if (write) {
            headers.put("Cache-Control", "no-cache");
        }
        return headers;
    }

    private static List<Packing> packings(@Nullable String accepted) {
        return Stream.of(Packing.BROTLI, Packing.GZIP, Packing.PLAIN)
                .filter(packing -> packing == Packing.PLAIN || accepts(accepted, packing.coding()))
                .toList();
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
