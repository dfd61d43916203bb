package varve.query.pages.staff;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Caller;
import varve.query.Page;
import varve.query.Round;
import varve.query.modules.Moderation;
import varve.query.pages.Press;

/// What staff settle about modules: which are listed, what holds for their owners, and what none
/// may be called.
@RestController
class StaffModulesPage {
    private static final int ITEMS = 50;

    private final Moderation moderation;
    private final Press press;

    StaffModulesPage(Moderation moderation, Press press) {
        this.moderation = moderation;
        this.press = press;
    }

    @GetMapping("/admin/modules")
    ResponseEntity<byte[]> modules(
            @RequestParam(defaultValue = "") String query,
            @RequestParam(required = false) @Nullable Integer page,
            Caller caller) {
        return StaffOnly.page(press, caller, () -> found(query, Page.of(page, ITEMS)));
    }

    private ResponseEntity<byte[]> found(String query, Page part) {
        return Round.of(
                () -> moderation.all(query, part),
                moderation::words,
                (found, words) -> {
                    var pager = StaffOnly.pager("modules", query, part, found.total());
                    return press.privately((pages, site) ->
                            pages.staffmodules(site, query, found.items(), words, pager));
                });
    }
}
