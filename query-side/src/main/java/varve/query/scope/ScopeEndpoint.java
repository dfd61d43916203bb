package varve.query.scope;

import java.util.List;
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

/// What a scope is and who belongs to it.
@RestController
class ScopeEndpoint {
    private final Scopes scopes;
    private final FullScopes full;
    private final Rights rights;

    ScopeEndpoint(Scopes scopes, FullScopes full, Rights rights) {
        this.scopes = scopes;
        this.full = full;
        this.rights = rights;
    }

    /// JSR's Scope; its FullScope for admins and staff.
    @GetMapping("/api/scopes/{scope}")
    Record scope(@PathVariable String scope, Caller caller) {
        var name = ScopeName.of(scope);
        var known = known(name);
        return rights.has(caller, name, Role.ADMIN)
                ? full.one(name).<Record>map(view -> view).orElse(known)
                : known;
    }

    @GetMapping("/api/scopes/{scope}/members")
    List<Scopes.MemberView> members(@PathVariable String scope) {
        return scopes.members(ScopeName.of(known(ScopeName.of(scope)).scope()));
    }

    @GetMapping("/api/scopes/{scope}/members/{user}")
    Scopes.MemberView member(@PathVariable String scope, @PathVariable String user) {
        var name = ScopeName.of(known(ScopeName.of(scope)).scope());
        return member(name, UserId.of(user));
    }

    @GetMapping("/api/user/member/{scope}")
    Scopes.MemberView membership(@PathVariable String scope, Caller caller) {
        return member(ScopeName.of(scope), rights.person(caller));
    }

    @GetMapping("/api/user/scopes")
    List<ScopeView> own(Caller caller) {
        return scopes.of(rights.person(caller), true);
    }

    @GetMapping("/api/users/{id}/scopes")
    List<ScopeView> of(@PathVariable String id) {
        return scopes.of(UserId.of(id), false);
    }

    private Scopes.MemberView member(ScopeName scope, UserId user) {
        return scopes.member(scope, user)
                .orElseThrow(() -> new Refused(new Refusal.MemberNotFound(user.text())));
    }

    private ScopeView known(ScopeName name) {
        return scopes.one(name)
                .orElseThrow(() -> new Refused(new Refusal.ScopeNotFound(name.text())));
    }
}
