package varve.query.pages.scope;

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
import varve.contract.scope.ScopeName;
import varve.query.Discretion;
import varve.query.Page;
import varve.query.Round;
import varve.query.pages.PackageCard;
import varve.query.pages.Pager;
import varve.query.pages.Press;
import varve.query.pkg.Packages;
import varve.query.scope.Scopes;

/// A scope, its packages and its members.
@RestController
class ScopePage {
    private static final int PACKAGES = 50;

    private final Scopes scopes;
    private final Packages packages;
    private final Press press;
    private final Discretion discretion;

    ScopePage(Scopes scopes, Packages packages, Press press, Discretion discretion) {
        this.discretion = discretion;
        this.scopes = scopes;
        this.packages = packages;
        this.press = press;
    }

    @GetMapping({"/@{scope}", "/@{scope}/"})
    ResponseEntity<byte[]> scope(
            @PathVariable String scope,
            @RequestParam(required = false) @Nullable Integer page,
            Caller caller) {
        var name = ScopeName.of(scope);
        var wanted = Page.of(page, PACKAGES);
        var audience = discretion.audience(caller);
        var view =
                Round.of(
                        () -> scopes.one(name),
                        () -> packages.seenBy(caller, audience, name, wanted),
                        () -> scopes.members(name),
                        (found, items, members) ->
                                new ScopePageView(
                                        found.orElseThrow(() ->
                                                new Refused(
                                                        new Refusal.ScopeNotFound(name.text()))),
                                        items.items().stream()
                                                .filter(one ->
                                                        audience.knows(one.scope(), one.name()))
                                                .map(PackageCard::of)
                                                .toList(),
                                        new Pager(wanted, items.total(), "/" + name + "?page="),
                                        members,
                                        caller.user().map(UserId::text).orElse("")));
        return press.page((pages, site) -> pages.scope(site, view));
    }
}
