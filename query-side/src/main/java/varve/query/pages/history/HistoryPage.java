package varve.query.pages.history;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Caller;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.account.UserId;
import varve.contract.pkg.PackageRef;
import varve.contract.scope.ScopeName;
import varve.query.Page;
import varve.query.audit.Past;
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
    private final Past past;
    private final Press press;

    HistoryPage(Happenings happenings, PackageHeads heads, Scopes scopes, Past past, Press press) {
        this.happenings = happenings;
        this.heads = heads;
        this.scopes = scopes;
        this.past = past;
        this.press = press;
    }

    @GetMapping("/history/@{scope}")
    ResponseEntity<byte[]> scope(
            @PathVariable String scope,
            @RequestParam(required = false) @Nullable Integer page,
            Caller caller) {
        var name = ScopeName.of(scope);
        boolean all = isInside(caller, name);
        if (scopes.one(name).isEmpty() || (!all && happenings.isHidden(name.toString()))) {
            throw new Refused(new Refusal.ScopeNotFound(name.text()));
        }
        var view = view(name, null, name.toString(), all, page);
        return press.page((pages, site) -> pages.history(site, null, view));
    }

    @GetMapping("/history/@{scope}/{name}")
    ResponseEntity<byte[]> pkg(
            @PathVariable String scope,
            @PathVariable String name,
            @RequestParam(required = false) @Nullable Integer page,
            Caller caller) {
        var pkg = PackageRef.of(scope, name);
        boolean all = isInside(caller, pkg.scope());
        if (!all
                && (happenings.isHidden(pkg.text())
                        || happenings.isHidden(pkg.scope().toString()))) {
            throw new Refused(new Refusal.PackageNotFound(pkg.text()));
        }
        var head = heads.one(pkg);
        var view = view(pkg.scope(), pkg.text(), pkg.text(), all, page);
        return press.page((pages, site) -> pages.history(site, head, view));
    }

    private HistoryView view(
            ScopeName scope,
            @Nullable String pkg,
            String name,
            boolean all,
            @Nullable Integer page) {
        var wanted = Page.of(page, ENTRIES);
        var items = happenings.of(scope.text(), pkg, all, wanted);
        var pager = new Pager(wanted, items.total(), "/history/" + name + "?page=");
        return new HistoryView(name, items.items(), pager);
    }

    private boolean isInside(Caller caller, ScopeName scope) {
        return caller.isStaff()
                || caller.user()
                        .map(UserId::text)
                        .filter(past.members(scope.text()).at(Long.MAX_VALUE)::containsKey)
                        .isPresent();
    }
}
