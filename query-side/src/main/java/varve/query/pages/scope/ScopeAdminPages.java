package varve.query.pages.scope;

import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Caller;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.account.UserId;
import varve.contract.scope.Role;
import varve.contract.scope.ScopeName;
import varve.query.Rights;
import varve.query.Round;
import varve.query.pages.Press;
import varve.query.scope.FullScopes;
import varve.query.scope.Invites;
import varve.query.scope.Scopes;

/// Who belongs to a scope, and what its admins set.
@RestController
class ScopeAdminPages {
    private final Scopes scopes;
    private final FullScopes full;
    private final Invites invites;
    private final Rights rights;
    private final Press press;

    ScopeAdminPages(Scopes scopes, FullScopes full, Invites invites, Rights rights, Press press) {
        this.scopes = scopes;
        this.full = full;
        this.invites = invites;
        this.rights = rights;
        this.press = press;
    }

    @GetMapping("/@{scope}/~/members")
    ResponseEntity<byte[]> members(@PathVariable String scope, Caller caller) {
        var name = ScopeName.of(scope);
        var view =
                Round.of(
                        () -> scopes.members(name),
                        () -> rights.has(caller, name, Role.ADMIN),
                        () -> invites.to(name),
                        (members, isAdmin, invited) ->
                                new MembersView(
                                        name.text(),
                                        caller.user().map(UserId::text).orElse(""),
                                        members,
                                        isAdmin ? invited : List.of(),
                                        isAdmin));
        if (view.members().isEmpty()) {
            throw new Refused(new Refusal.ScopeNotFound(name.text()));
        }
        return press.privately((pages, site) -> pages.members(site, view));
    }

    @GetMapping("/@{scope}/~/settings")
    ResponseEntity<byte[]> settings(@PathVariable String scope, Caller caller) {
        var name = ScopeName.of(scope);
        var found = Round.of(() -> allowed(caller, name), () -> full.one(name), (_, one) -> one);
        var scopeFound =
                found.orElseThrow(() -> new Refused(new Refusal.ScopeNotFound(name.text())));
        return press.privately(
                (pages, site) -> pages.scopesettings(site, scopeFound, caller.isStaff()));
    }

    private boolean allowed(Caller caller, ScopeName scope) {
        rights.require(caller, scope, Role.ADMIN);
        return true;
    }
}
