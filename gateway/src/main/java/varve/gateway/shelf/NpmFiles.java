package varve.gateway.shelf;

import static varve.blobs.Place.Keeping.A_MINUTE;
import static varve.blobs.Place.Keeping.FOR_EVER;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import varve.blobs.Bucket;
import varve.blobs.Paths;
import varve.blobs.Place;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.gateway.RequestPath;

/// Packuments and tarballs, as npm clients ask for them.
@Component
public class NpmFiles {
    private static final byte[] ALIVE = "{}".getBytes(StandardCharsets.US_ASCII);

    private static final Pattern PACKUMENT = Pattern.compile("@jsr/[a-z0-9-]+__[a-z0-9-]+");
    private static final Pattern TARBALL =
            Pattern.compile("~/\\d+/@jsr/[a-z0-9-]+__[a-z0-9-]+/[^/]+\\.tgz");

    /// The layout of npm's own registry, which is all that some proxies understand.
    private static final Pattern PLAIN_TARBALL =
            Pattern.compile("(@jsr/([a-z0-9-]+__[a-z0-9-]+))/-/\\2-([^/]+)\\.tgz");

    private final ShelfFiles shelf;

    NpmFiles(ShelfFiles shelf) {
        this.shelf = shelf;
    }

    /// @throws Refused when there is nothing here, or this is not how to ask for it
    public void answer(RequestPath path, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Headers.userContent(response, "npm");
        if (Headers.answeredPreflight(request, response, Headers.FILE_METHODS)) {
            return;
        }
        if (path.text().equals("/") || path.text().equals("/-/ping")) {
            alive(response);
            return;
        }
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            throw new Refused(new Refusal.NoSuchRoute(path.text()));
        }
        var place = place(path.key());
        if (place.isEmpty() || !shelf.answer(place.get(), request, response)) {
            throw new Refused(new Refusal.NoSuchRoute(path.text()));
        }
    }

    private static Optional<Place> place(String key) {
        if (PACKUMENT.matcher(key).matches()) {
            return Optional.of(new Place(Bucket.NPM, key, A_MINUTE));
        }
        if (TARBALL.matcher(key).matches()) {
            return Optional.of(new Place(Bucket.NPM, key, FOR_EVER));
        }
        var plain = PLAIN_TARBALL.matcher(key);
        if (plain.matches()) {
            var same =
                    "~/"
                            + Paths.NPM_REVISION
                            + "/"
                            + plain.group(1)
                            + "/"
                            + plain.group(3)
                            + ".tgz";
            return Optional.of(new Place(Bucket.NPM, same, FOR_EVER));
        }
        return Optional.empty();
    }

    private static void alive(HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "public, max-age=0, no-cache");
        response.getOutputStream().write(ALIVE);
    }
}
