package varve.query.pages.history;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Caller;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.pkg.PackageRef;
import varve.contract.scope.ScopeName;
import varve.query.Page;
import varve.query.Round;
import varve.query.pages.Pager;
import varve.query.pages.Press;
import varve.query.pages.pkg.PackageHeads;
import varve.query.scope.Scopes;

/// What happened to a scope or to a package. Of what is private, members and staff are told.
@RestController
class HistoryPage {
    private static final int ENTRIES = 50;

    private final Happenings happenings;
    private final PackageHeads heads;
    private final Scopes scopes;
    private final Press press;

    HistoryPage(Happenings happenings, PackageHeads heads, Scopes scopes, Press press) {
        this.happenings = happenings;
        this.heads = heads;
        this.scopes = scopes;
        this.press = press;
    }

    @GetMapping("/history/@{scope}")
    ResponseEntity<byte[]> scope(
            @PathVariable String scope,
            @RequestParam(required = false) @Nullable Integer page,
            Caller caller) {
        var name = ScopeName.of(scope);
        var wanted = Page.of(page, ENTRIES);
        var view =
                Round.of(
                        () -> scopes.one(name).isPresent(),
                        () -> happenings.isHidden(name.text(), List.of(name.toString()), caller),
                        () -> happenings.of(name.text(), null, caller, wanted),
                        (exists, hidden, items) -> {
                            if (!exists || hidden) {
                                throw new Refused(new Refusal.ScopeNotFound(name.text()));
                            }
                            return view(name.toString(), items, wanted);
                        });
        return press.page((pages, site) -> pages.history(site, null, view));
    }

    @GetMapping("/history/@{scope}/{name}")
    ResponseEntity<byte[]> pkg(
            @PathVariable String scope,
            @PathVariable String name,
            @RequestParam(required = false) @Nullable Integer page,
            Caller caller) {
        var pkg = PackageRef.of(scope, name);
        var wanted = Page.of(page, ENTRIES);
        var names = List.of(pkg.text(), pkg.scope().toString());
        return Round.of(
                () -> heads.one(pkg),
                () -> happenings.isHidden(pkg.scope().text(), names, caller),
                () -> happenings.of(pkg.scope().text(), pkg.text(), caller, wanted),
                (head, hidden, items) -> {
                    if (hidden) {
                        throw new Refused(new Refusal.PackageNotFound(pkg.text()));
                    }
                    var view = view(pkg.text(), items, wanted);
                    return press.page((pages, site) -> pages.history(site, head, view));
                });
    }

    private static HistoryView view(String name, Page.Items<Happening> items, Page wanted) {
        var pager = new Pager(wanted, items.total(), "/history/" + name + "?page=");
        return new HistoryView(name, items.items(), pager);
    }
}
