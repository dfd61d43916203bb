package varve.query.pages.docs;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.web.util.UriUtils;
import varve.contract.docs.Documentation;
import varve.contract.docs.Entry;
import varve.contract.docs.Spot;
import varve.query.pages.pkg.PackageHead;
import varve.query.pages.pkg.PackageHead.Release;

/// Where one is in the documentation of a version.
///
/// @param entry address of the entry point shown, empty for the main one
public record DocsPlace(
        PackageHead head, Release release, Documentation documentation, String entry) {

    /// Address of the version's documentation.
    public String base() {
        return head.address() + "@" + release.version() + "/doc";
    }

    /// @param to relative to the documentation, or an address of the registry
    public String href(String to) {
        return to.startsWith("/") ? to : base() + "/" + encoded(to);
    }

    /// The line in the file.
    public String source(Spot at) {
        return head.filesAddress() + encoded(at.file()) + "#L" + at.line();
    }

    public String address(Entry one) {
        return one.address().isEmpty() ? base() : base() + "/" + encoded(one.address());
    }

    /// How one imports from an entry point.
    public String specifier(Entry one) {
        var name = "@" + head.scope() + "/" + head.name();
        return one.address().isEmpty() ? name : name + "/" + one.address();
    }

    public List<Entry> entries() {
        return documentation.entries();
    }

    private static String encoded(String path) {
        int mark = path.indexOf('#');
        return mark < 0
                ? UriUtils.encodePath(path, StandardCharsets.UTF_8)
                : UriUtils.encodePath(path.substring(0, mark), StandardCharsets.UTF_8)
                        + "#"
                        + UriUtils.encodeFragment(path.substring(mark + 1), StandardCharsets.UTF_8);
    }
}
