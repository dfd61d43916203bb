package varve.gateway.shelf;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import varve.blobs.Blob;
import varve.blobs.Blobs;
import varve.blobs.Packuments;
import varve.blobs.Place;
import varve.blobs.ShelfTrouble;
import varve.contract.Refusal;
import varve.contract.Refused;

/// Hands an object from the shelf to a client. Neither database nor search is asked.
@Component
public class ShelfFiles {
    private final Blobs blobs;

    ShelfFiles(Blobs blobs) {
        this.blobs = blobs;
    }

    /// @return false when there is no such object; nothing has been answered then
    boolean answer(Place place, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        return answer(place, Map.of(), request, response);
    }

    /// @param headers that are sent too when the object is there
    boolean answer(
            Place place,
            Map<String, String> headers,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        return answer(place, blob -> blob, headers, request, response);
    }

    /// Hands over what an object packed with gzip says, to a client that cannot unpack it.
    boolean answerUnpacked(
            Place place,
            Map<String, String> headers,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        return answer(place, Packuments::unpacked, headers, request, response);
    }

    private interface Making {
        Blob of(Blob found) throws IOException;
    }

    private boolean answer(
            Place place,
            Making making,
            Map<String, String> headers,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        try {
            var found = blobs.get(place);
            if (found.isEmpty()) {
                return false;
            }
            try (var blob = making.of(found.get())) {
                headers.forEach(response::setHeader);
                answer(place, blob, request, response);
            }
            return true;
        } catch (ShelfTrouble _) {
            throw new Refused(new Refusal.Unavailable("storage"));
        }
    }

    private static void answer(
            Place place, Blob blob, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader("ETag", blob.etag());
        response.setHeader("Accept-Ranges", "bytes");
        if (!response.containsHeader("Cache-Control")) {
            response.setHeader("Cache-Control", place.keeping().cacheControl());
        }
        if (matches(request.getHeader("If-None-Match"), blob.etag())) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        switch (Wanted.of(request, blob)) {
            case Wanted.Nothing _ -> {
                response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
                response.setHeader("Content-Range", "bytes */" + blob.size());
            }
            case Wanted.Whole _ -> send(blob, 0, blob.size(), request, response);
            case Wanted.Part(long from, long end) -> {
                response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
                response.setHeader(
                        "Content-Range", "bytes %d-%d/%d".formatted(from, end - 1, blob.size()));
                send(blob, from, end, request, response);
            }
        }
    }

    private static void send(
            Blob blob,
            long from,
            long end,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (blob.contentType() != null) {
            response.setContentType(blob.contentType());
        }
        response.setContentLengthLong(end - from);
        if (request.getMethod().equals("HEAD") || sentByItself(blob, from, end, request)) {
            return;
        }
        if (from == 0 && end == blob.size()) {
            blob.content().transferTo(response.getOutputStream());
            return;
        }
        blob.content().skipNBytes(from);
        part(blob, end - from, response);
    }

    /// Tomcat has the operating system send a file, without its bytes passing through here.
    private static boolean sentByItself(
            Blob blob, long from, long end, HttpServletRequest request) {
        if (blob.file() == null
                || !Boolean.TRUE.equals(
                        request.getAttribute("org.apache.tomcat.sendfile.support"))) {
            return false;
        }
        request.setAttribute("org.apache.tomcat.sendfile.filename", blob.file().toString());
        request.setAttribute("org.apache.tomcat.sendfile.start", from);
        request.setAttribute("org.apache.tomcat.sendfile.end", end);
        return true;
    }

    private static void part(Blob blob, long length, HttpServletResponse response)
            throws IOException {
        var buffer = new byte[8 << 10];
        long left = length;
        while (left > 0) {
            int count = blob.content().read(buffer, 0, (int) Math.min(left, buffer.length));
            if (count < 0) {
                throw new IOException("the object ends too early");
            }
            response.getOutputStream().write(buffer, 0, count);
            left -= count;
        }
    }

    /// RFC 9110 §13.1.2: a list of validators, compared weakly, or `*`.
    private static boolean matches(@Nullable String held, String etag) {
        if (held == null) {
            return false;
        }
        for (var one : held.split(",")) {
            var validator = one.strip();
            if (validator.equals("*") || validator.equals(etag) || validator.equals("W/" + etag)) {
                return true;
            }
        }
        return false;
    }
}
