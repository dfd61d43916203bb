package varve.query.pages.manual;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.query.pages.Press;
import varve.query.pages.Site;

/// The manual, chapter by chapter.
@RestController
class ManualPage {
    private final Manual manual;
    private final Press press;

    ManualPage(Manual manual, Press press) {
        this.manual = manual;
        this.press = press;
    }

    @GetMapping({"/docs", "/docs/"})
    ResponseEntity<byte[]> contents() {
        return press.page((pages, site) -> pages.manual(site, view(site, null)));
    }

    @GetMapping("/docs/{id}")
    ResponseEntity<byte[]> chapter(@PathVariable String id) {
        var chapter =
                Chapter.of(id)
                        .orElseThrow(() -> new Refused(new Refusal.NoSuchRoute("/docs/" + id)));
        return press.page((pages, site) -> pages.manual(site, view(site, chapter)));
    }

    private ManualView view(Site site, @Nullable Chapter shown) {
        var texts = manual.in(site.words().language());
        var contents = ManualView.of(texts);
        return shown == null
                ? contents
                : new ManualView(contents.titles(), shown, texts.get(shown.ordinal()).html());
    }
}
