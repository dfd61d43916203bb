package varve.query.scope;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Caller;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.account.UserId;
import varve.contract.scope.ScopeName;

/// What a scope is and who belongs to it.
@RestController
class ScopeEndpoint {
    private final Scopes scopes;

    ScopeEndpoint(Scopes scopes) {
        this.scopes = scopes;
    }

    @GetMapping("/api/scopes/{scope}")
    ScopeView scope(@PathVariable String scope) {
        var name = ScopeName.of(scope);
        return scopes.one(name)
                .orElseThrow(() -> new Refused(new Refusal.ScopeNotFound(name.text())));
    }

    @GetMapping("/api/scopes/{scope}/members")
    List<Scopes.MemberView> members(@PathVariable String scope) {
        return scopes.members(ScopeName.of(scope(scope).scope()));
    }

    @GetMapping("/api/user/scopes")
    List<ScopeView> own(Caller caller) {
        return scopes.of(caller.person());
    }

    @GetMapping("/api/users/{id}/scopes")
    List<ScopeView> of(@PathVariable String id) {
        return scopes.of(UserId.of(id));
    }
}
