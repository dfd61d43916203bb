package varve.query.pages.modules;

import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;
import varve.query.pages.source.FileText;

/// One file of a module.
///
/// @param path with a slash in front
/// @param size in bytes
public record ModuleFileView(String module, String version, String path, FileText text, long size) {
    /// Of the version that it belongs to.
    public String root() {
        return "/x/" + module + "@" + UriUtils.encodePath(version, StandardCharsets.UTF_8);
    }

    public String address() {
        return root() + UriUtils.encodePath(path, StandardCharsets.UTF_8);
    }
}
