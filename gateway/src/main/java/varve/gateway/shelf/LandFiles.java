package varve.gateway.shelf;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import varve.blobs.Blobs;
import varve.blobs.Paths;
import varve.blobs.Place;
import varve.blobs.ShelfTrouble;
import varve.contract.PublicAddresses;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.modules.ModuleName;
import varve.contract.modules.ModuleVersion;
import varve.gateway.RequestPath;

/// Modules published by webhook, under deno.land/x's addresses: `/x/name@version/path` is the file,
/// `/x/name/path` leads to the latest version of it. Below `/cdn/` lie the same files and what
/// describes them, as they did on deno.land/x's own content network.
@Component
public class LandFiles {
    private static final Pattern ADDRESS = Pattern.compile("/x/([^/@]+)(?:@([^/]+))?(/.*)?");
    private static final Pattern LIST = Pattern.compile("/cdn/([^/@]+)/meta/versions\\.json");
    private static final Pattern SHELVED =
            Pattern.compile("/cdn/([^/@]+)/versions/(.+?)/(meta/(?:meta|deps_v2)\\.json|raw(/.+))");
    private static final int MOST_SLASHES_IN_VERSION = 4;

    private final ShelfFiles shelf;
    private final Blobs blobs;
    private final JsonMapper json;
    private final PublicAddresses addresses;
    private final Counts counts;
    private final LandAliases aliases;

    LandFiles(
            ShelfFiles shelf,
            Blobs blobs,
            JsonMapper json,
            PublicAddresses addresses,
            Counts counts,
            LandAliases aliases) {
        this.counts = counts;
        this.aliases = aliases;
        this.shelf = shelf;
        this.blobs = blobs;
        this.json = json;
        this.addresses = addresses;
    }

    /// Whether this is the address of a file, with or without a version, and the file itself is
    /// wanted: whoever comes to a file of a version with a browser gets a page about it.
    public boolean isAt(RequestPath path, HttpServletRequest request) {
        var found = ADDRESS.matcher(underX(path));
        boolean file =
                path.text().startsWith("/cdn/")
                        || (found.matches()
                                && found.group(3) != null
                                && found.group(3).length() > 1
                                && !isPage(path, found, request));
        return file && (request.getMethod().equals("GET") || request.getMethod().equals("HEAD"));
    }

    private boolean isPage(RequestPath path, Matcher found, HttpServletRequest request) {
        var accept = request.getHeader("Accept");
        return found.group(2) != null
                && path.text().startsWith("/x/")
                && !aliases.root(found.group(1)).equals("/")
                && accept != null
                && accept.startsWith("text/html");
    }

    public void answer(RequestPath path, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Headers.userContent(response, "x");
        response.addHeader("Vary", "Accept");
        try {
            if (!found(path, request, response)) {
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

    private boolean found(
            RequestPath path, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var list = LIST.matcher(path.text());
        if (list.matches()) {
            var versions = Paths.landVersions(ModuleName.of(list.group(1)));
            return shelf.answer(versions, request, response);
        }
        var shelved = SHELVED.matcher(path.text());
        if (shelved.matches()) {
            var ref = new ModuleVersion(ModuleName.of(shelved.group(1)), shelved.group(2));
            var file = shelved.group(4);
            return file == null
                    ? shelf.answer(described(ref, shelved.group(3)), request, response)
                    : exists(ref) && file(ref, file, request, response);
        }
        var address = ADDRESS.matcher(underX(path));
        if (!address.matches()) {
            return false;
        }
        var module = ModuleName.of(address.group(1));
        var raw = request.getRequestURI();
        if (raw.startsWith("/x/") && aliases.root(module.text()).equals("/")) {
            response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
            response.setHeader("Location", raw.substring(2));
            return true;
        }
        var version = address.group(2);
        if (version != null) {
            return found(module, version, address.group(3), request, response);
        }
        toLatest(module, request, response);
        return true;
    }

    private static Place described(ModuleVersion ref, String object) {
        return object.equals("meta/meta.json") ? Paths.landMeta(ref) : Paths.landDependencies(ref);
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
            if (exists(ref)) {
                return file(ref, rest, request, response);
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

    private boolean file(
            ModuleVersion ref,
            String path,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        response.setContentType("application/octet-stream");
        boolean there = shelf.answer(Paths.landFile(ref, path), request, response);
        if (there) {
            counts.module(ref.module().text(), ref.version(), path, request, response);
        }
        return there;
    }

    private boolean exists(ModuleVersion ref) {
        return blobs.bytes(Paths.landMeta(ref)).isPresent();
    }

    private void toLatest(
            ModuleName module, HttpServletRequest request, HttpServletResponse response)
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
        var root = aliases.root(module.text());
        var rest = raw.substring(raw.indexOf('/', root.length()));
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader(
                "X-Deno-Warning",
                "Implicitly using latest version (%s) for %s"
                        .formatted(latest.get(), addresses.registry().resolve(raw)));
        response.setHeader("Location", root + module.text() + "@" + escaped(latest.get()) + rest);
    }

    /// The address as it would be without an alias.
    private String underX(RequestPath path) {
        return aliases.begin(path.text()) ? "/x" + path.text() : path.text();
    }

    private Optional<String> latest(byte[] versions) {
        return Optional.ofNullable(json.readTree(versions).path("latest").asString(null));
    }

    private static String escaped(String version) {
        return URLEncoder.encode(version, StandardCharsets.UTF_8)
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
