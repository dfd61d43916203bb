package varve.gateway.shelf;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import varve.blobs.Blobs;
import varve.blobs.Packuments;
import varve.blobs.Paths;
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

    /// @param version a version, or a tag that points to one
    /// @return false when this registry has no such package; nothing has been answered then
    /// @throws Refused when it has no such version
    boolean own(
            String name, String version, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var bytes = bytes(() -> Packuments.own(blobs, name, Paths.Form.FULL));
        return answer(bytes, name, version, request, response);
    }

    /// The same for another registry's package.
    boolean upstream(
            String name, String version, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        return answer(upstream(name), name, version, request, response);
    }

    private boolean answer(
            byte @Nullable [] bytes,
            String name,
            String version,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (bytes == null) {
            return false;
        }
        var whole = json.readTree(bytes);
        var exact = whole.path("dist-tags").path(version).asString(version);
        var manifest = whole.path("versions").path(exact);
        if (!manifest.isObject()) {
            throw new Refused(new Refusal.VersionNotFound(name + "@" + version));
        }
        write(manifest, request.getMethod().equals("HEAD"), response);
        return true;
    }

    /// The tags of another registry's package.
    boolean tags(String name, HttpServletResponse response) throws IOException {
        var bytes = upstream(name);
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

    private byte @Nullable [] upstream(String name) {
        return bytes(() -> Packuments.upstream(blobs, name, Paths.Form.FULL));
    }

    private static byte @Nullable [] bytes(Supplier<Optional<byte[]>> reading) {
        try {
            return reading.get().orElse(null);
        } catch (ShelfTrouble _) {
            throw new Refused(new Refusal.Unavailable("storage"));
        }
    }
}
