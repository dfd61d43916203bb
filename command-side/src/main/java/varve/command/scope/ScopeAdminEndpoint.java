package varve.command.scope;

import static varve.contract.Refused.unlessGiven;

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
import varve.contract.scope.ScopeCommand.SetScopeQuota;
import varve.contract.scope.ScopeName;
import varve.contract.scope.ScopeQuota;
import varve.eventlog.Commands;
import varve.eventlog.States;

/// What staff wish about scopes.
@RestController
class ScopeAdminEndpoint {
    private final Commands commands;
    private final States states;
    private final Access access;
    private final Founding founding;
    private final People people;
    private final ScopeTerms terms;

    ScopeAdminEndpoint(
            Commands commands,
            States states,
            Access access,
            Founding founding,
            People people,
            ScopeTerms terms) {
        this.commands = commands;
        this.states = states;
        this.access = access;
        this.founding = founding;
        this.people = people;
        this.terms = terms;
    }

    record AssignedScope(@Nullable String scope, @Nullable String userId) {}

    record Limits(
            @Nullable Integer packageLimit,
            @Nullable Integer newPackagePerWeekLimit,
            @Nullable Integer publishAttemptsPerWeekLimit) {}

    record NewMember(@Nullable String userId, @Nullable Boolean isAdmin, @Nullable String role) {}

    /// Staff hand a scope to somebody, also one with a reserved name.
    @PostMapping("/api/admin/scopes")
    Written assign(@RequestBody AssignedScope wish, Caller caller) {
        access.staff(caller);
        var owner = people.known(UserId.of(unlessGiven(wish.userId(), "userId")));
        var name = ScopeName.of(unlessGiven(wish.scope(), "scope"));
        return written(founding.found(name, owner, "", true, caller), name);
    }

    @PatchMapping("/api/admin/scopes/{scope}")
    Written limit(@PathVariable String scope, @RequestBody Limits limits, Caller caller) {
        access.staff(caller);
        var name = ScopeName.of(scope);
        if (!(states.of(Scope.SUBJECT, name.stream()) instanceof Scope.Owned owned)
                || !owned.name().equals(name)) {
            throw new Refused(new Refusal.ScopeNotFound(name.text()));
        }
        var set = owned.settings().quota();
        var quota = limits(limits, set == null ? terms.quota() : set);
        return written(commands.send(new SetScopeQuota(name, quota), caller).position(), name);
    }

    /// Staff make somebody a member without an invitation.
    @PostMapping("/api/admin/scopes/{scope}/members")
    Written add(@PathVariable String scope, @RequestBody NewMember member, Caller caller) {
        access.staff(caller);
        var name = ScopeName.of(scope);
        var user = people.known(UserId.of(unlessGiven(member.userId(), "userId")));
        var receipt = commands.send(new AddMember(name, user, role(member)), caller);
        return new Written(receipt.position(), "/api/scopes/" + name.text() + "/members");
    }

    private static Role role(NewMember member) {
        if (member.role() != null) {
            return Role.named(member.role());
        }
        return Boolean.TRUE.equals(member.isAdmin()) ? Role.ADMIN : Role.MEMBER;
    }

    private static ScopeQuota limits(Limits wanted, ScopeQuota now) {
        return new ScopeQuota(
                or(wanted.packageLimit(), now.packages()),
                or(wanted.newPackagePerWeekLimit(), now.newPackages()),
                or(wanted.publishAttemptsPerWeekLimit(), now.attempts()));
    }

    private static int or(@Nullable Integer wanted, int now) {
        return wanted == null ? now : wanted;
    }

    private static Written written(long position, ScopeName name) {
        return new Written(position, "/api/scopes/" + name.text());
    }
}
