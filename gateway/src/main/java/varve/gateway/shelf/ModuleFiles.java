package varve.gateway.shelf;

import static varve.blobs.Place.Keeping.A_MINUTE;
import static varve.blobs.Place.Keeping.FOR_EVER;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;
import varve.blobs.Bucket;
import varve.blobs.Place;
import varve.gateway.RequestPath;

/// Sources and their lists, as Deno asks for them. Never a redirect: Deno takes one for an error.
@Component
public class ModuleFiles {
    private static final byte[] NOT_FOUND = "404 - Not Found".getBytes(StandardCharsets.US_ASCII);

    /// What decides whether this address is a file or a page about it.
    private static final String PAGE_OR_FILE = "Accept, Sec-Fetch-Dest, Sec-Fetch-Site";

    private final ShelfFiles shelf;
    private final Counts counts;

    ModuleFiles(ShelfFiles shelf, Counts counts) {
        this.shelf = shelf;
        this.counts = counts;
    }

    public void answer(RequestPath path, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Headers.userContent(response, "modules");
        response.addHeader("Vary", PAGE_OR_FILE);
        if (request.getMethod().equals("OPTIONS")) {
            Headers.answerOptions(request, response, Headers.FILE_METHODS);
            return;
        }
        var keeping = path.text().endsWith("/meta.json") && depth(path) == 3 ? A_MINUTE : FOR_EVER;
        if (!shelf.answer(new Place(Bucket.MODULES, path.key(), keeping), request, response)) {
            notFound(request, response);
            return;
        }
        counts.meta(path.key(), request, response);
    }

    private static long depth(RequestPath path) {
        return path.text().chars().filter(c -> c == '/').count();
    }

    static void notFound(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        response.setContentType("text/plain");
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(NOT_FOUND);
        }
    }
}
