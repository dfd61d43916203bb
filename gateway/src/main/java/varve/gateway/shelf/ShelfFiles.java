package varve.gateway.shelf;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.stereotype.Component;
import varve.blobs.Blob;
import varve.blobs.Blobs;
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
        try {
            var found = blobs.get(place);
            if (found.isEmpty()) {
                return false;
            }
            try (var blob = found.get()) {
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
        if (!response.containsHeader("Cache-Control")) {
            response.setHeader("Cache-Control", place.keeping().cacheControl());
        }
        if (matches(request.getHeader("If-None-Match"), blob.etag())) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        if (blob.contentType() != null) {
            response.setContentType(blob.contentType());
        }
        response.setContentLengthLong(blob.size());
        if (!request.getMethod().equals("HEAD")) {
            blob.content().transferTo(response.getOutputStream());
        }
    }

    /// RFC 9110 §13.1.2: a list of validators, compared weakly, or `*`.
    private static boolean matches(@org.jspecify.annotations.Nullable String held, String etag) {
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
