package varve.gateway.shelf;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import varve.contract.Downloads;

/// Tells whoever counts what was handed out. One version counts once per client that takes it: a
/// tarball for npm clients, the list of its files for Deno, the main module for deno.land/x.
@Component
class Counts {
    private static final Pattern META = Pattern.compile("(@[^/]+/[^/]+)/([^/]+)_meta\\.json");

    private final ObjectProvider<Downloads> downloads;

    Counts(ObjectProvider<Downloads> downloads) {
        this.downloads = downloads;
    }

    /// A tarball at an address of npm's layout; a source package counts under the name that npm
    /// clients know it by.
    void tarball(
            String name, String file, HttpServletRequest request, HttpServletResponse response) {
        var bare = name.substring(name.indexOf('/') + 1) + "-";
        if (file.startsWith(bare)) {
            var version = file.substring(bare.length(), file.length() - ".tgz".length());
            taken(name, version, request, response);
        }
    }

    /// A source package's list of files.
    void meta(String key, HttpServletRequest request, HttpServletResponse response) {
        var found = META.matcher(key);
        if (found.matches()) {
            taken(found.group(1), found.group(2), request, response);
        }
    }

    /// A file of a module.
    void module(
            String module,
            String version,
            String path,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (path.equals("/mod.ts")) {
            taken("/x/" + module, version, request, response);
        }
    }

    private void taken(
            String name, String version, HttpServletRequest request, HttpServletResponse response) {
        var counter = downloads.getIfAvailable();
        if (counter != null
                && request.getMethod().equals("GET")
                && response.getStatus() == HttpServletResponse.SC_OK) {
            counter.happened(name, version);
        }
    }
}
