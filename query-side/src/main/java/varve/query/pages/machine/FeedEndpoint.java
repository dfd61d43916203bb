package varve.query.pages.machine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.pkg.PackageRef;
import varve.query.pages.Site;

/// Atom feeds (RFC 4287): what was published here, and what was published of one package.
@RestController
class FeedEndpoint {
    private static final int MOST = 50;
    private static final MediaType ATOM = MediaType.parseMediaType("application/atom+xml");
    private static final CacheControl A_MINUTE =
            CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic();

    private final Updates updates;
    private final Site site;

    FeedEndpoint(Updates updates, Site site) {
        this.updates = updates;
        this.site = site;
    }

    @GetMapping("/feed.atom")
    ResponseEntity<byte[]> all() {
        return feed("/feed.atom", "/", site.name(), updates.latest(MOST));
    }

    @GetMapping("/@{scope}/{name}/feed.atom")
    ResponseEntity<byte[]> ofPackage(@PathVariable String scope, @PathVariable String name) {
        var pkg = PackageRef.of(scope, name);
        var found = updates.of(pkg);
        if (found.isEmpty()) {
            throw new Refused(new Refusal.PackageNotFound(pkg.text()));
        }
        var page = "/@" + scope + "/" + name;
        return feed(page + "/feed.atom", page, pkg.text(), found);
    }

    private ResponseEntity<byte[]> feed(
            String address, String page, String title, List<Updates.Update> found) {
        var changed = found.stream().map(Updates.Update::at).findFirst().orElse(Instant.EPOCH);
        var body =
                Xml.document(
                        "feed",
                        "http://www.w3.org/2005/Atom",
                        xml -> {
                            xml.element("id", site.registry() + address);
                            xml.element("title", title);
                            xml.element("updated", changed.toString());
                            xml.begin("author").element("name", site.name()).end();
                            link(xml, "self", address);
                            link(xml, "alternate", page);
                            for (var update : found) {
                                entry(xml, update);
                            }
                        });
        return ResponseEntity.ok()
                .contentType(ATOM)
                .cacheControl(A_MINUTE)
                .header("X-Content-Type-Options", "nosniff")
                .body(body);
    }

    private void entry(Xml xml, Updates.Update update) throws XMLStreamException {
        var version = update.version();
        var address = update.address() + (version == null ? "" : "@" + version);
        xml.begin("entry");
        xml.element("id", site.registry() + address);
        xml.element("title", update.title());
        xml.element("updated", update.at().toString());
        link(xml, "alternate", address);
        xml.element("summary", update.description());
        xml.end();
    }

    private void link(Xml xml, String rel, String address) throws XMLStreamException {
        xml.begin("link").with("rel", rel).with("href", site.registry() + address).end();
    }
}
