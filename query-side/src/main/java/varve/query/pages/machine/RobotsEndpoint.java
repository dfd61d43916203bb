package varve.query.pages.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Objects;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import varve.query.pages.Site;
import varve.query.pages.manual.Chapter;

/// What search engines, browsers and editors read about this place.
@RestController
class RobotsEndpoint {
    /// The most that one site map may hold is 50,000 addresses.
    private static final int MOST = 49_000;

    private static final MediaType SCHEMA = MediaType.parseMediaType("application/schema+json");
    private static final CacheControl A_DAY = CacheControl.maxAge(Duration.ofDays(1)).cachePublic();
    private static final CacheControl AN_HOUR =
            CacheControl.maxAge(Duration.ofHours(1)).cachePublic();
    private static final String ROBOTS =
            """
            User-agent: *
            Disallow: /api/
            Disallow: /status/
            Disallow: /search/
            Disallow: /-/
            Sitemap: %s/sitemap.xml
            """;

    private final Updates updates;
    private final Site site;

    RobotsEndpoint(Updates updates, Site site) {
        this.updates = updates;
        this.site = site;
    }

    @GetMapping("/robots.txt")
    ResponseEntity<String> robots() {
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_PLAIN)
                .cacheControl(A_DAY)
                .body(ROBOTS.formatted(site.registry()));
    }

    @GetMapping("/sitemap.xml")
    ResponseEntity<byte[]> siteMap() {
        var packages = updates.latest(MOST);
        var body =
                Xml.document(
                        "urlset",
                        "http://www.sitemaps.org/schemas/sitemap/0.9",
                        xml -> {
                            xml.begin("url").element("loc", site.registry() + "/").end();
                            for (var chapter : Chapter.values()) {
                                var address = site.registry() + chapter.address();
                                xml.begin("url").element("loc", address).end();
                            }
                            for (var pkg : packages) {
                                xml.begin("url");
                                xml.element("loc", site.registry() + pkg.address());
                                xml.element("lastmod", pkg.at().toString());
                                xml.end();
                            }
                        });
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_XML)
                .cacheControl(AN_HOUR)
                .body(body);
    }

    @GetMapping("/opensearch.xml")
    ResponseEntity<byte[]> openSearch() {
        var body =
                Xml.document(
                        "OpenSearchDescription",
                        "http://a9.com/-/spec/opensearch/1.1/",
                        xml -> {
                            xml.element("ShortName", site.name());
                            xml.element("Description", site.words().searchLabel());
                            xml.element("InputEncoding", "UTF-8");
                            xml.begin("Url")
                                    .with("type", "text/html")
                                    .with(
                                            "template",
                                            site.registry() + "/packages?search={searchTerms}")
                                    .end();
                        });
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/opensearchdescription+xml"))
                .cacheControl(A_DAY)
                .body(body);
    }

    @GetMapping("/schema/config-file.v1.json")
    ResponseEntity<byte[]> configFile() {
        var path = "/varve/query/pages/config-file.v1.json";
        try (var file =
                Objects.requireNonNull(RobotsEndpoint.class.getResourceAsStream(path), path)) {
            return ResponseEntity.ok()
                    .contentType(SCHEMA)
                    .cacheControl(A_DAY)
                    .header("Access-Control-Allow-Origin", "*")
                    .body(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
