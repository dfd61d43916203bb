package varve.gateway.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/// A request for something else at the same place.
public final class OtherPath extends HttpServletRequestWrapper {
    private final String uri;

    /// @param path decoded
    public OtherPath(String path, HttpServletRequest request) {
        super(request);
        uri =
                Arrays.stream(path.split("/", -1))
                        .map(OtherPath::encoded)
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

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%40", "@")
                .replace("%7E", "~");
    }
}
