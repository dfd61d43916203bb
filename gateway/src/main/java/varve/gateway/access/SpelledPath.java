package varve.gateway.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/// A request with its path as it was understood here, each character spelled in one way. So those
/// who handle it find in it what the curtain found: a raw `;` would be a part of a name here, and
/// the beginning of a parameter, which they leave out, there.
public final class SpelledPath extends HttpServletRequestWrapper {
    private final String uri;

    /// @param path decoded
    public SpelledPath(String path, HttpServletRequest request) {
        super(request);
        uri = encoded(path);
    }

    /// @param path decoded
    public static String encoded(String path) {
        return Arrays.stream(path.split("/", -1))
                .map(SpelledPath::encodedSegment)
                .collect(Collectors.joining("/"));
    }

    @Override
    public String getRequestURI() {
        return isPassedOn() ? super.getRequestURI() : uri;
    }

    @Override
    public String getServletPath() {
        return isPassedOn() ? super.getServletPath() : uri;
    }

    @Override
    public StringBuffer getRequestURL() {
        return isPassedOn() ? super.getRequestURL() : new StringBuffer(uri);
    }

    /// Then whoever passed it on has said for what.
    private boolean isPassedOn() {
        return getDispatcherType() == DispatcherType.FORWARD;
    }

    private static String encodedSegment(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%40", "@")
                .replace("%7E", "~");
    }
}
