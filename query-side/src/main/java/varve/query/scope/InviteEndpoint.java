package varve.query.scope;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Caller;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.scope.Role;
import varve.contract.scope.ScopeName;
import varve.query.Rights;

/// Who is invited, as both sides see it.
@RestController
class InviteEndpoint {
    private final Invites invites;
    private final Rights rights;

    InviteEndpoint(Invites invites, Rights rights) {
        this.invites = invites;
        this.rights = rights;
    }

    @GetMapping("/api/scopes/{scope}/invites")
    List<Invites.InviteView> to(@PathVariable String scope, Caller caller) {
        var name = ScopeName.of(scope);
        rights.require(caller, name, Role.ADMIN);
        return invites.to(name);
    }

    @GetMapping("/api/scopes/{scope}/invites/{user}")
    Invites.InviteView one(@PathVariable String scope, @PathVariable String user, Caller caller) {
        return to(scope, caller).stream()
                .filter(invite -> invite.targetUser().id().equals(user))
                .findFirst()
                .orElseThrow(() -> new Refused(new Refusal.InviteNotFound(scope)));
    }

    @GetMapping("/api/user/invites")
    List<Invites.InviteView> own(Caller caller) {
        return invites.of(rights.person(caller));
    }
}
