package varve.gateway.shelf;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import varve.blobs.Blobs;
import varve.blobs.Paths;
import varve.blobs.Place;
import varve.blobs.ShelfTrouble;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.Sha256;

/// Parts of a packument, for the few who ask for one version or for the tags alone.
@Component
class ManifestFiles {
    private final Blobs blobs;
    private final JsonMapper json;

    ManifestFiles(Blobs blobs, JsonMapper json) {
        this.blobs = blobs;
        this.json = json;
    }

    boolean lies(Place packument) {
        return bytes(packument) != null;
    }

    /// @param version a version, or a tag that points to one
    /// @throws Refused when there is no such package or version
    void answer(
            Place packument,
            String name,
            String version,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var bytes = bytes(packument);
        if (bytes == null) {
            throw new Refused(new Refusal.PackageNotFound(name));
        }
        var whole = json.readTree(bytes);
        var exact = whole.path("dist-tags").path(version).asString(version);
        var manifest = whole.path("versions").path(exact);
        if (!manifest.isObject()) {
            throw new Refused(new Refusal.VersionNotFound(name + "@" + version));
        }
        write(manifest, request.getMethod().equals("HEAD"), response);
    }

    /// The tags of another registry's package.
    boolean tags(String name, HttpServletResponse response) throws IOException {
        var place = Paths.upstreamPackument(name, Paths.Form.FULL, Paths.Packing.PLAIN);
        var bytes = bytes(place);
        if (bytes != null) {
            write(json.readTree(bytes).path("dist-tags"), false, response);
        }
        return bytes != null;
    }

    private void write(JsonNode part, boolean onlyHead, HttpServletResponse response)
            throws IOException {
        var bytes = json.writeValueAsBytes(part);
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("ETag", '"' + Sha256.hex(bytes).substring(0, 32) + '"');
        response.setContentLength(bytes.length);
        if (!onlyHead) {
            response.getOutputStream().write(bytes);
        }
    }

    private byte @org.jspecify.annotations.Nullable [] bytes(Place place) {
        try {
            return blobs.bytes(place).orElse(null);
        } catch (ShelfTrouble _) {
            throw new Refused(new Refusal.Unavailable("storage"));
        }
    }
}
