package varve.command.scope;

import java.util.Map;
import java.util.Set;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import varve.command.Access;
import varve.command.OneChange;
import varve.contract.Caller;
import varve.contract.Written;
import varve.contract.account.UserId;
import varve.contract.scope.Role;
import varve.contract.scope.ScopeCommand.ChangeRole;
import varve.contract.scope.ScopeName;
import varve.eventlog.Commands;

/// Wishes about the members of a scope over HTTP.
@RestController
class MemberEndpoint {
    private final Commands commands;
    private final Access access;
    private final Leave leave;

    MemberEndpoint(Commands commands, Access access, Leave leave) {
        this.commands = commands;
        this.access = access;
        this.leave = leave;
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

    /// Everybody may leave; admins make others leave.
    @DeleteMapping("/api/scopes/{scope}/members/{user}")
    Written remove(@PathVariable String scope, @PathVariable String user, Caller caller) {
        var name = ScopeName.of(scope);
        var leaving = UserId.of(user);
        if (!access.person(caller).equals(leaving)) {
            access.admin(caller, name);
        }
        return Written.silently(leave.of(name, leaving, caller));
    }

    private static Role role(OneChange change) {
        if (change.name().equals("role")) {
            return Role.named(change.text());
        }
        return change.yes() ? Role.ADMIN : Role.MEMBER;
    }
}
