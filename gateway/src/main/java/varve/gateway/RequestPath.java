package varve.gateway;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The path of a request, decoded exactly once. npm clients ask for `/@scope%2fname`, so an encoded
/// slash counts as a slash; a leading run of slashes counts as one, since some clients join
/// addresses carelessly.
public record RequestPath(String text) {
    /// @param raw as it stood in the request line, without the query
    /// @return empty when it is not a decent path: broken escapes, control characters, `.` or `..`
    ///   segments
    public static Optional<RequestPath> of(String raw) {
        return decoded(raw)
                .map(text -> "/" + stripLeadingSlashes(text))
                .filter(RequestPath::decent)
                .map(RequestPath::new);
    }

    /// The path without its leading slash: the key of an object on the shelf.
    public String key() {
        return text.substring(1);
    }

    private static String stripLeadingSlashes(String text) {
        int start = 0;
        while (start < text.length() && text.charAt(start) == '/') {
            start++;
        }
        return text.substring(start);
    }

    private static boolean decent(String text) {
        if (text.chars().anyMatch(c -> Character.isISOControl(c) || c == '\\')) {
            return false;
        }
        for (var segment : text.split("/")) {
            if (segment.equals(".") || segment.equals("..")) {
                return false;
            }
        }
        return true;
    }

    private static Optional<String> decoded(String raw) {
        if (raw.indexOf('%') < 0) {
            return Optional.of(raw);
        }
        var bytes = new ByteArrayOutputStream(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c != '%') {
                bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
                continue;
            }
            if (i + 2 >= raw.length()) {
                return Optional.empty();
            }
            int high = Character.digit(raw.charAt(i + 1), 16);
            int low = Character.digit(raw.charAt(i + 2), 16);
            if (high < 0 || low < 0) {
                return Optional.empty();
            }
            bytes.write(high << 4 | low);
            i += 2;
        }
        return utf8(bytes.toByteArray());
    }

    private static Optional<String> utf8(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return Optional.of(text.toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }
}
