package varve.gateway.access;

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
        return uri;
    }

    @Override
    public String getServletPath() {
        return uri;
    }

    @Override
    public StringBuffer getRequestURL() {
        return new StringBuffer(uri);
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%40", "@")
                .replace("%7E", "~");
    }
}
