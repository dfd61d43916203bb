package varve.query.pages.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.util.UriUtils;
import varve.query.pages.pkg.PackageHead;

/// Where one is among the files of a version.
///
/// @param root address of the version's files
/// @param path of the file or folder from there, empty at the root
public record SourceView(PackageHead head, String root, String path) {
    /// One step of the way from the root.
    ///
    /// @param address of this step
    public record Crumb(String name, String address) {}

    /// The way from the root to here.
    public List<Crumb> crumbs() {
        var crumbs = new ArrayList<Crumb>();
        for (int end = path.indexOf('/', 1); !path.isEmpty(); end = path.indexOf('/', end + 1)) {
            var step = end < 0 ? path : path.substring(0, end);
            var slash = end < 0 ? "" : "/";
            crumbs.add(new Crumb(step.substring(step.lastIndexOf('/') + 1), address(step) + slash));
            if (end < 0) {
                break;
            }
        }
        return crumbs;
    }

    public String address(Folder.Item item) {
        return address(item.path()) + (item.isFolder() ? "/" : "");
    }

    /// A semicolon would begin a parameter of the path (RFC 3986 §3.3), which servers take out.
    public String address(String file) {
        return root + UriUtils.encodePath(file, StandardCharsets.UTF_8).replace(";", "%3B");
    }
}
