package varve.command.scope;

import static varve.contract.Refused.unlessGiven;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
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
import varve.contract.scope.ScopeCommand;
import varve.contract.scope.ScopeCommand.AcceptInvite;
import varve.contract.scope.ScopeCommand.DeclineInvite;
import varve.contract.scope.ScopeCommand.InviteMember;
import varve.contract.scope.ScopeCommand.WithdrawInvite;
import varve.contract.scope.ScopeName;
import varve.eventlog.Commands;

/// Wishes about invitations over HTTP: an admin asks, the other says yes or no.
@RestController
class InviteEndpoint {
    private final Commands commands;
    private final Access access;
    private final People people;

    InviteEndpoint(Commands commands, Access access, People people) {
        this.commands = commands;
        this.access = access;
        this.people = people;
    }

    /// Exactly one way to name the person.
    ///
    /// @param login what they sign in with here
    /// @param role that accepting brings, `member` when not given
    record Invitation(
            @Nullable String id,
            @Nullable String login,
            @Nullable String githubLogin,
            @Nullable String gitlabUsername,
            @Nullable String role) {}

    @PostMapping("/api/scopes/{scope}/members")
    Written invite(@PathVariable String scope, @RequestBody Invitation wish, Caller caller) {
        var name = ScopeName.of(scope);
        access.admin(caller, name);
        var user =
                wish.login() == null
                        ? people.find(id(wish), wish.githubLogin(), wish.gitlabUsername())
                        : people.named(wish.login());
        var role = wish.role() == null ? Role.MEMBER : Role.named(wish.role());
        var receipt =
                commands.send(new InviteMember(name, user, access.person(caller), role), caller);
        return new Written(
                receipt.position(), "/api/scopes/" + name.text() + "/invites/" + user.text());
    }

    @DeleteMapping("/api/scopes/{scope}/invites/{user}")
    Written withdraw(@PathVariable String scope, @PathVariable String user, Caller caller) {
        var name = ScopeName.of(scope);
        access.admin(caller, name);
        var wish = new WithdrawInvite(name, UserId.of(user));
        return Written.silently(commands.send(wish, caller).position());
    }

    @PostMapping("/api/user/invites/{scope}")
    Written accept(@PathVariable String scope, Caller caller) {
        var name = ScopeName.of(scope);
        var user = access.person(caller);
        long position = answered(new AcceptInvite(name, user), caller);
        return new Written(position, "/api/user/member/" + name.text());
    }

    @DeleteMapping("/api/user/invites/{scope}")
    Written decline(@PathVariable String scope, Caller caller) {
        var wish = new DeclineInvite(ScopeName.of(scope), access.person(caller));
        return Written.silently(answered(wish, caller));
    }

    /// Whoever is not invited does not learn here whether there is such a scope.
    private long answered(ScopeCommand wish, Caller caller) {
        try {
            return commands.send(wish, caller).position();
        } catch (Refused refused) {
            throw refused.refusal() instanceof Refusal.ScopeNotFound(var scope)
                    ? new Refused(new Refusal.InviteNotFound(scope))
                    : refused;
        }
    }

    private static @Nullable UserId id(Invitation wish) {
        var ways = Stream.of(wish.id(), wish.githubLogin(), wish.gitlabUsername());
        if (ways.filter(way -> way != null).count() != 1) {
            throw new Refused(
                    new Refusal.Malformed("give exactly one of id, githubLogin, gitlabUsername"));
        }
        return wish.id() == null ? null : UserId.of(unlessGiven(wish.id(), "id"));
    }
}
