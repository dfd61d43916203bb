package varve.query.pages.modules;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;
import varve.query.Page;
import varve.query.modules.Modules;
import varve.query.pages.Pager;
import varve.query.pages.Press;

/// Which modules there are, those with most stars first, or those that fit best.
@RestController
class ModuleListPage {
    private static final int MODULES = 20;

    private final Modules modules;
    private final Press press;

    ModuleListPage(Modules modules, Press press) {
        this.modules = modules;
        this.press = press;
    }

    @GetMapping({"/x", "/x/"})
    ResponseEntity<byte[]> list(
            @RequestParam(name = "search", defaultValue = "") String typed,
            @RequestParam(required = false) @Nullable Integer page) {
        var wanted = Page.of(page, MODULES);
        var words = typed.strip();
        var found = modules.listed(words, wanted.number(), wanted.size());
        var address = "/x?search=" + UriUtils.encode(words, StandardCharsets.UTF_8) + "&page=";
        var view =
                new ModuleListView(
                        words,
                        found.modules(),
                        found.total(),
                        new Pager(wanted, found.total(), address));
        return press.page((pages, site) -> pages.modulelist(site, view));
    }
}
