package varve.gateway.shelf;

import static varve.blobs.Place.Keeping.A_MINUTE;
import static varve.blobs.Place.Keeping.FOR_EVER;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import varve.blobs.Bucket;
import varve.blobs.Paths;
import varve.blobs.Paths.Packing;
import varve.blobs.Place;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.Upstream;
import varve.gateway.RequestPath;

/// Packuments, tags and tarballs, as npm clients read them: this registry's own, and behind them
/// what other registries have.
@Component
public class NpmFiles {
    private static final byte[] ALIVE = "{}".getBytes(StandardCharsets.US_ASCII);

    /// Under which source packages appear, which are nobody else's.
    private static final String SOURCES = "@jsr/";

    private static final Map<String, String> BYTES =
            Map.of("Content-Type", "application/octet-stream");

    /// A team installs what it published a moment ago, so clients ask whether theirs is still good.
    private static final Map<String, String> ASK_AGAIN = Map.of("Cache-Control", "no-cache");

    private final ShelfFiles shelf;
    private final ManifestFiles manifests;
    private final ObjectProvider<Upstream> upstream;
    private final Counts counts;

    NpmFiles(
            ShelfFiles shelf,
            ManifestFiles manifests,
            ObjectProvider<Upstream> upstream,
            Counts counts) {
        this.counts = counts;
        this.shelf = shelf;
        this.manifests = manifests;
        this.upstream = upstream;
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
        if (!Set.of("GET", "HEAD").contains(request.getMethod())) {
            return false;
        }
        var address = NpmAddress.of(path.key());
        if (address.isEmpty()) {
            return false;
        }
        Headers.userContent(response, "npm");
        switch (address.get()) {
            case NpmAddress.Alive() -> alive(response);
            case NpmAddress.Packument(var name) -> packument(name, request, response);
            case NpmAddress.Manifest(var name, var version) ->
                    manifest(name, version, request, response);
            case NpmAddress.DistTags(var name) -> tags(name, request, response);
            case NpmAddress.Tarball(var name, var file) -> tarball(name, file, request, response);
            case NpmAddress.Lying(var key, var forEver) -> {
                var place = new Place(Bucket.NPM, key, forEver ? FOR_EVER : A_MINUTE);
                if (!shelf.answer(place, ASK_AGAIN, request, response)) {
                    throw new Refused(new Refusal.NoSuchRoute(path.text()));
                }
            }
        }
        return true;
    }

    private void packument(String name, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.addHeader("Vary", "Accept, Accept-Encoding");
        if (!packument(name, true, request, response)
                && !(others(name) && packument(name, false, request, response))) {
            throw new Refused(new Refusal.PackageNotFound(name));
        }
    }

    private boolean packument(
            String name, boolean own, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var variant = PackumentVariant.of(request);
        for (var packing : variant.packings()) {
            var headers = headers(name, variant, packing);
            if (shelf.answer(place(name, own, variant, packing), headers, request, response)) {
                return true;
            }
        }
        var packed = place(name, own, variant, Packing.GZIP);
        return !variant.packings().contains(Packing.GZIP)
                && shelf.answerUnpacked(
                        packed, headers(name, variant, Packing.PLAIN), request, response);
    }

    private static Place place(
            String name, boolean own, PackumentVariant variant, Packing packing) {
        return own
                ? Paths.packument(name, variant.form(), packing)
                : Paths.upstreamPackument(name, variant.form(), packing);
    }

    private static Map<String, String> headers(
            String name, PackumentVariant variant, Packing packing) {
        var headers = new HashMap<>(variant.headers(packing));
        if (!name.startsWith(SOURCES)) {
            headers.putAll(ASK_AGAIN);
        }
        return headers;
    }

    private void tags(String name, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!shelf.answer(Paths.distTags(name), ASK_AGAIN, request, response)
                && !(others(name) && manifests.tags(name, response))) {
            throw new Refused(new Refusal.PackageNotFound(name));
        }
    }

    private void tarball(
            String name, String file, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var own = new Place(Bucket.NPM, name + "/-/" + file, FOR_EVER);
        if (shelf.answer(own, BYTES, request, response)) {
            counts.tarball(name, file, request, response);
            return;
        }
        var reachable = upstream.getIfAvailable();
        if (name.startsWith(SOURCES) || reachable == null || !reachable.hasTarball(name, file)) {
            throw new Refused(new Refusal.NoSuchRoute("/" + name + "/-/" + file));
        }
        if (!shelf.answer(Paths.upstreamTarball(name, file), BYTES, request, response)) {
            throw new Refused(new Refusal.Unavailable("uplink"));
        }
        counts.tarball(name, file, request, response);
    }

    private void manifest(
            String name, String version, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!manifests.own(name, version, request, response)
                && !(others(name) && manifests.upstream(name, version, request, response))) {
            throw new Refused(new Refusal.PackageNotFound(name));
        }
    }

    /// Whether another registry's package of this name can be read now.
    private boolean others(String name) {
        var reachable = upstream.getIfAvailable();
        return !name.startsWith(SOURCES) && reachable != null && reachable.hasPackument(name);
    }

    private static void alive(HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "public, max-age=0, no-cache");
        response.getOutputStream().write(ALIVE);
    }
}
