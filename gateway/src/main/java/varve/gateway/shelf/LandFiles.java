package varve.gateway.shelf;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import varve.blobs.Blobs;
import varve.blobs.Paths;
import varve.blobs.ShelfTrouble;
import varve.contract.PublicAddresses;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.modules.ModuleName;
import varve.contract.modules.ModuleVersion;
import varve.gateway.RequestPath;

/// Modules published by webhook, under deno.land/x's addresses: `/x/name@version/path` is the file,
/// `/x/name/path` leads to the latest version of it.
@Component
public class LandFiles {
    private static final Pattern ADDRESS = Pattern.compile("/x/([^/@]+)(?:@([^/]+))?(/.*)?");
    private static final int MOST_SLASHES_IN_VERSION = 4;

    private final ShelfFiles shelf;
    private final Blobs blobs;
    private final JsonMapper json;
    private final PublicAddresses addresses;

    LandFiles(ShelfFiles shelf, Blobs blobs, JsonMapper json, PublicAddresses addresses) {
        this.shelf = shelf;
        this.blobs = blobs;
        this.json = json;
        this.addresses = addresses;
    }

    /// Whether this is the address of a file, with or without a version.
    public static boolean isAt(RequestPath path, HttpServletRequest request) {
        var found = ADDRESS.matcher(path.text());
        return found.matches()
                && found.group(3) != null
                && found.group(3).length() > 1
                && (request.getMethod().equals("GET") || request.getMethod().equals("HEAD"));
    }

    public void answer(RequestPath path, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Headers.userContent(response, "x");
        var address = ADDRESS.matcher(path.text());
        if (!address.matches()) {
            ModuleFiles.notFound(request, response);
            return;
        }
        var version = address.group(2);
        var file = address.group(3);
        try {
            var module = ModuleName.of(address.group(1));
            if (version == null) {
                toLatest(module, file, request, response);
            } else if (!found(module, version, file, request, response)) {
                ModuleFiles.notFound(request, response);
            }
        } catch (Refused refused) {
            if (refused.refusal() instanceof Refusal.Unavailable) {
                throw refused;
            }
            ModuleFiles.notFound(request, response);
        } catch (ShelfTrouble _) {
            throw new Refused(new Refusal.Unavailable("storage"));
        }
    }

    /// A version may contain slashes, and nothing in the address says where it ends. A version
    /// exists once its `meta.json` does, which is laid last.
    private boolean found(
            ModuleName module,
            String version,
            String file,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var rest = file;
        var tried = version;
        for (int slashes = 0; slashes <= MOST_SLASHES_IN_VERSION; slashes++) {
            var ref = new ModuleVersion(module, tried);
            if (blobs.bytes(Paths.landMeta(ref)).isPresent()) {
                return shelf.answer(Paths.landFile(ref, rest), request, response);
            }
            int slash = rest.indexOf('/', 1);
            if (slash < 0) {
                return false;
            }
            tried += rest.substring(0, slash);
            rest = rest.substring(slash);
        }
        return false;
    }

    private void toLatest(
            ModuleName module,
            String file,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var versions = blobs.bytes(Paths.landVersions(module));
        if (versions.isEmpty()) {
            say("The module '" + module.text() + "' does not exist", request, response);
            return;
        }
        var latest = latest(versions.get());
        if (latest.isEmpty()) {
            say("The module '" + module.text() + "' has no latest version.", request, response);
            return;
        }
        var raw = request.getRequestURI();
        var rest = raw.substring(raw.indexOf('/', raw.indexOf("/x/") + 3));
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader(
                "X-Deno-Warning",
                "Implicitly using latest version (%s) for %s"
                        .formatted(latest.get(), addresses.registry().resolve(raw)));
        response.setHeader("Location", "/x/" + module.text() + "@" + escaped(latest.get()) + rest);
    }

    private Optional<String> latest(byte[] versions) {
        @Nullable String latest = json.readTree(versions).path("latest").asString(null);
        return Optional.ofNullable(latest);
    }

    private static String escaped(String version) {
        return java.net.URLEncoder.encode(version, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/");
    }

    private static void say(String text, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        response.setContentType("text/plain; charset=utf-8");
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
