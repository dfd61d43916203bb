package varve.command.scope;

import static varve.contract.Refused.unlessGiven;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import varve.command.Access;
import varve.contract.Caller;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.Written;
import varve.contract.account.UserId;
import varve.contract.scope.Role;
import varve.contract.scope.ScopeCommand.AddMember;
import varve.contract.scope.ScopeCommand.CreateScope;
import varve.contract.scope.ScopeCommand.DescribeScope;
import varve.contract.scope.ScopeName;
import varve.eventlog.Commands;

/// Wishes about scopes over HTTP.
@RestController
class ScopeEndpoint {
    private static final int SHORTEST_DESCRIPTION_BYTES = 5;
    private static final int LONGEST_DESCRIPTION_BYTES = 200;

    private final Commands commands;
    private final Access access;

    ScopeEndpoint(Commands commands, Access access) {
        this.commands = commands;
        this.access = access;
    }

    record NewScope(@Nullable String scope, @Nullable String description) {}

    record AssignedScope(@Nullable String scope, @Nullable String userId) {}

    record Change(@Nullable String description) {}

    record NewMember(@Nullable String userId, boolean isAdmin) {}

    @PostMapping("/api/scopes")
    Written create(@RequestBody NewScope wish, Caller caller) {
        var creator = access.person(caller);
        return create(wish.scope(), creator, described(wish.description()), caller);
    }

    /// Staff hand a scope to somebody.
    @PostMapping("/api/admin/scopes")
    Written assign(@RequestBody AssignedScope wish, Caller caller) {
        access.staff(caller);
        var owner = UserId.of(unlessGiven(wish.userId(), "userId"));
        return create(wish.scope(), owner, "", caller);
    }

    @PatchMapping("/api/scopes/{scope}")
    Written change(@PathVariable String scope, @RequestBody Change change, Caller caller) {
        var name = ScopeName.of(scope);
        access.admin(caller, name);
        var receipt =
                commands.send(new DescribeScope(name, described(change.description())), caller);
        return new Written(receipt.position(), "/api/scopes/" + name.text());
    }

    /// Staff make somebody a member without an invitation.
    @PostMapping("/api/admin/scopes/{scope}/members")
    Written add(@PathVariable String scope, @RequestBody NewMember member, Caller caller) {
        access.staff(caller);
        var name = ScopeName.of(scope);
        var role = member.isAdmin() ? Role.ADMIN : Role.MEMBER;
        var receipt =
                commands.send(
                        new AddMember(
                                name, UserId.of(unlessGiven(member.userId(), "userId")), role),
                        caller);
        return new Written(receipt.position(), "/api/scopes/" + name.text() + "/members");
    }

    private Written create(
            @Nullable String scope, UserId creator, String description, Caller caller) {
        var name = ScopeName.of(unlessGiven(scope, "scope"));
        var receipt = commands.send(new CreateScope(name, creator, description), caller);
        return new Written(receipt.position(), "/api/scopes/" + name.text());
    }

    /// Empty, or 5 to 200 bytes (JSR's rule).
    private static String described(@Nullable String text) {
        var description = text == null ? "" : text.strip();
        int bytes = description.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > 0
                && (bytes < SHORTEST_DESCRIPTION_BYTES || bytes > LONGEST_DESCRIPTION_BYTES)) {
            throw new Refused(
                    new Refusal.Malformed("a scope's description has 5 to 200 bytes, or none"));
        }
        return description;
    }
}
