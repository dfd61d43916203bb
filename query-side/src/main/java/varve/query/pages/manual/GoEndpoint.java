package varve.query.pages.manual;

import java.net.URI;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Short addresses that clients print beside an error; each leads to where the manual explains it.
@RestController
class GoEndpoint {
    private static final Map<String, Chapter> SECTIONS =
            Map.ofEntries(
                    Map.entry("excluded-module", Chapter.PUBLISH),
                    Map.entry("invalid-path", Chapter.PUBLISH),
                    Map.entry("case-insensitive-duplicate-path", Chapter.PUBLISH),
                    Map.entry("unsupported-file-type", Chapter.PUBLISH),
                    Map.entry("invalid-external-import", Chapter.PUBLISH),
                    Map.entry("missing-license", Chapter.PUBLISH),
                    Map.entry("invalid-license", Chapter.PUBLISH),
                    Map.entry("slow-type", Chapter.PUBLISH),
                    Map.entry("publish", Chapter.PUBLISH),
                    Map.entry("yank", Chapter.PUBLISH),
                    Map.entry("use", Chapter.INSTALL),
                    Map.entry("deno", Chapter.INSTALL),
                    Map.entry("node", Chapter.INSTALL),
                    Map.entry("search", Chapter.INSTALL),
                    Map.entry("private", Chapter.PRIVATE),
                    Map.entry("ci", Chapter.CI),
                    Map.entry("provenance", Chapter.CI),
                    Map.entry("verdaccio", Chapter.VERDACCIO),
                    Map.entry("rules", Chapter.VERDACCIO),
                    Map.entry("uplinks", Chapter.VERDACCIO),
                    Map.entry("audit", Chapter.AUDITING),
                    Map.entry("log", Chapter.AUDITING));

    @GetMapping("/go/{id}")
    ResponseEntity<Void> go(@PathVariable String id) {
        var known = id.matches("(slow-types?|zap)(-.*)?") ? "slow-type" : id;
        var chapter = SECTIONS.get(known);
        var place = chapter == null ? "/docs" : chapter.address() + "#" + known;
        return ResponseEntity.status(HttpStatus.FOUND).location(URI.create(place)).build();
    }
}
