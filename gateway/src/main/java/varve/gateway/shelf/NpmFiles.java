package varve.gateway.shelf;

import static varve.blobs.Place.Keeping.FOR_EVER;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import varve.blobs.Bucket;
import varve.blobs.Paths;
import varve.blobs.Place;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.gateway.RequestPath;

/// Packuments, tags and tarballs, as npm clients read them.
@Component
public class NpmFiles {
    private static final byte[] ALIVE = "{}".getBytes(StandardCharsets.US_ASCII);

    private static final String SOURCE = "@jsr/[a-z0-9-]+__[a-z0-9-]+";
    private static final String NAME = "(?:" + SOURCE + "|@[a-z0-9-]+/[a-z0-9-]+)";
    private static final Pattern PACKUMENT = Pattern.compile(NAME);
    private static final Pattern DIST_TAGS = Pattern.compile("-/package/(" + NAME + ")/dist-tags");

    private static final Pattern TARBALL = Pattern.compile("~/\\d+/" + SOURCE + "/[^/]+\\.tgz");

    /// The layout of npm's own registry, which is all that some proxies understand.
    private static final Pattern PLAIN_TARBALL =
            Pattern.compile("(@jsr/([a-z0-9-]+__[a-z0-9-]+))/-/\\2-([^/]+)\\.tgz");

    private static final Pattern RELEASE =
            Pattern.compile("@[a-z0-9-]+/([a-z0-9-]+)/-/\\1-[^/]+\\.tgz");

    private static final Map<String, String> BYTES =
            Map.of("Content-Type", "application/octet-stream");

    /// A team installs what it published a moment ago, so clients ask whether theirs is still good.
    private static final Map<String, String> ASK_AGAIN = Map.of("Cache-Control", "no-cache");

    private final ShelfFiles shelf;

    NpmFiles(ShelfFiles shelf) {
        this.shelf = shelf;
    }

    /// Answers what is read from the shelf.
    ///
    /// @return false when this is for others to answer
    /// @throws Refused when it is read from the shelf and not there
    public boolean answered(
            RequestPath path, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (Headers.answeredPreflight(request, response, Headers.FILE_METHODS)) {
            Headers.userContent(response, "npm");
            return true;
        }
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            return false;
        }
        if (path.text().equals("/") || path.text().equals("/-/ping")) {
            alive(response);
            return true;
        }
        var packument = PACKUMENT.matcher(path.key());
        if (packument.matches()) {
            packument(path.key(), request, response);
            return true;
        }
        var place = place(path.key());
        place.ifPresent(_ -> Headers.userContent(response, "npm"));
        if (place.isPresent()
                && !shelf.answer(place.get(), headers(place.get()), request, response)) {
            throw new Refused(new Refusal.NoSuchRoute(path.text()));
        }
        return place.isPresent();
    }

    private void packument(String name, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Headers.userContent(response, "npm");
        response.addHeader("Vary", "Accept, Accept-Encoding");
        var variant = PackumentVariant.of(request);
        var place = Paths.packument(name, variant.form(), variant.gzip());
        var headers = new HashMap<>(variant.headers());
        if (!name.startsWith("@jsr/")) {
            headers.putAll(ASK_AGAIN);
        }
        if (!shelf.answer(place, headers, request, response)) {
            throw new Refused(new Refusal.PackageNotFound(name));
        }
    }

    private static Map<String, String> headers(Place place) {
        return place.keeping() == FOR_EVER ? BYTES : ASK_AGAIN;
    }

    private static Optional<Place> place(String key) {
        if (TARBALL.matcher(key).matches()) {
            return Optional.of(new Place(Bucket.NPM, key, FOR_EVER));
        }
        var plain = PLAIN_TARBALL.matcher(key);
        if (plain.matches()) {
            var revision = "~/" + Paths.NPM_REVISION + "/";
            var same = revision + plain.group(1) + "/" + plain.group(3) + ".tgz";
            return Optional.of(new Place(Bucket.NPM, same, FOR_EVER));
        }
        if (RELEASE.matcher(key).matches()) {
            return Optional.of(new Place(Bucket.NPM, key, FOR_EVER));
        }
        var tags = DIST_TAGS.matcher(key);
        return tags.matches() ? Optional.of(Paths.distTags(tags.group(1))) : Optional.empty();
    }

    private static void alive(HttpServletResponse response) throws IOException {
        Headers.userContent(response, "npm");
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "public, max-age=0, no-cache");
        response.getOutputStream().write(ALIVE);
    }
}
