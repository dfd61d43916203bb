package varve.command.scope;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import varve.command.Access;
import varve.command.OneChange;
import varve.contract.Caller;
import varve.contract.Refused;
import varve.contract.Written;
import varve.contract.account.UserId;
import varve.contract.scope.Role;
import varve.contract.scope.ScopeCommand.ChangeRole;
import varve.contract.scope.ScopeCommand.RemoveMember;
import varve.contract.scope.ScopeName;
import varve.eventlog.Commands;
import varve.eventlog.States;

/// Wishes about the members of a scope over HTTP.
@RestController
class MemberEndpoint {
    private final Commands commands;
    private final States states;
    private final Access access;
    private final Founding founding;

    MemberEndpoint(Commands commands, States states, Access access, Founding founding) {
        this.commands = commands;
        this.states = states;
        this.access = access;
        this.founding = founding;
    }

    /// `isAdmin` as JSR has it, or `role` for all four.
    @PatchMapping("/api/scopes/{scope}/members/{user}")
    Written change(
            @PathVariable String scope,
            @PathVariable String user,
            @RequestBody Map<String, JsonNode> body,
            Caller caller) {
        var name = ScopeName.of(scope);
        access.admin(caller, name);
        var change = OneChange.of(body, Set.of("isAdmin", "role"));
        var wish = new ChangeRole(name, UserId.of(user), role(change));
        var receipt = commands.send(wish, caller);
        return new Written(
                receipt.position(),
                "/api/scopes/" + name.text() + "/members/" + wish.user().text());
    }

    /// Everybody may leave; admins make others leave. When the owner leaves, the scope passes to
    /// the admin who has been one longest and has room for it.
    @DeleteMapping("/api/scopes/{scope}/members/{user}")
    Written remove(@PathVariable String scope, @PathVariable String user, Caller caller) {
        var name = ScopeName.of(scope);
        var leaving = UserId.of(user);
        if (!access.person(caller).equals(leaving)) {
            access.admin(caller, name);
        }
        return Written.silently(
                switch (states.of(Scope.SUBJECT, name.stream())) {
                    case Scope.Owned owned when owned.owner().equals(leaving) ->
                            pass(name, leaving, owned.people().heirs(leaving), caller);
                    case Scope.Owned _, Scope.Free _ ->
                            commands.send(new RemoveMember(name, leaving, null), caller).position();
                });
    }

    private long pass(ScopeName name, UserId leaving, List<UserId> heirs, Caller caller) {
        var heir =
                heirs.stream()
                        .filter(candidate -> founding.handOver(name, candidate, caller))
                        .findFirst()
                        .orElse(null);
        long position = remove(name, leaving, heir, caller);
        founding.giveUp(name, leaving, caller);
        return position;
    }

    private long remove(ScopeName name, UserId leaving, @Nullable UserId heir, Caller caller) {
        try {
            return commands.send(new RemoveMember(name, leaving, heir), caller).position();
        } catch (Refused refused) {
            if (heir != null) {
                founding.giveUp(name, heir, caller);
            }
            throw refused;
        }
    }

    private static Role role(OneChange change) {
        if (change.name().equals("role")) {
            return Role.named(change.text());
        }
        return change.yes() ? Role.ADMIN : Role.MEMBER;
    }
}
