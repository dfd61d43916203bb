package varve.command;

import org.springframework.stereotype.Component;
import varve.command.account.Account;
import varve.command.pkg.Pkg;
import varve.command.scope.Scope;
import varve.contract.Actor;
import varve.contract.Caller;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.account.UserId;
import varve.contract.pkg.Kind;
import varve.contract.pkg.PackageRef;
import varve.contract.scope.Role;
import varve.contract.scope.ScopeName;
import varve.contract.scope.Visibility;
import varve.contract.token.Grant;
import varve.contract.version.VersionRef;
import varve.eventlog.States;

/// Who may wish for what. Each method returns quietly or throws {@link Refused}; the checks come in
/// the order in which JSR makes them. Staff acting as staff pass every check of membership.
@Component
public class Access {
    private final States states;
    private final Discretion discretion;

    Access(States states, Discretion discretion) {
        this.states = states;
        this.discretion = discretion;
    }

    /// A person whose credential may do all that its owner may.
    public UserId person(Caller caller) {
        return switch (caller.actor()) {
            case Actor.User(var id) -> unrestricted(caller, id);
            case Actor.Staff(var id) -> unrestricted(caller, id);
            case Actor.Registry _, Actor.Workload _ -> throw new Refused(new Refusal.NotUser());
            case Actor.Anonymous _ -> throw new Refused(new Refusal.MissingAuthentication());
        };
    }

    /// A person who is there themselves, in a browser.
    public UserId interactive(Caller caller) {
        var user = person(caller);
        if (!caller.interactive()) {
            throw new Refused(new Refusal.OfPeople.NotInteractive());
        }
        return user;
    }

    public void staff(Caller caller) {
        person(caller);
        if (!caller.isStaff()) {
            throw new Refused(new Refusal.NotStaff());
        }
    }

    /// Whether a member of staff asks, acting as staff or not: limits that staff could raise at any
    /// time do not hold for them.
    public boolean isOfStaff(Caller caller) {
        return caller.isStaff()
                || caller.user()
                        .map(user -> states.of(Account.SUBJECT, "user:" + user.text()).isStaff())
                        .orElse(false);
    }

    public void member(Caller caller, ScopeName name) {
        atLeast(caller, name, Role.MEMBER);
    }

    public void admin(Caller caller, ScopeName name) {
        atLeast(caller, name, Role.ADMIN);
    }

    /// May send an upload for this version; what exactly is sent is checked once it is there.
    public void publisher(Caller caller, VersionRef ref) {
        if (caller.actor() instanceof Actor.Workload workload) {
            workload(workload, caller, ref);
            return;
        }
        var user = caller.person();
        if (!caller.grant().maySend(ref)) {
            throw new Refused(new Refusal.MissingPermission());
        }
        var scope = scope(ref.pkg().scope());
        if (!caller.isStaff()) {
            if (scope.settings().ciRequired()) {
                throw new Refused(new Refusal.CiRequired(ref.pkg().scope().text()));
            }
            enough(scope, user, Role.MEMBER);
        }
        states.of(Pkg.SUBJECT, ref.pkg().stream()).expect(ref.pkg(), Kind.SOURCE);
    }

    private void workload(Actor.Workload workload, Caller caller, VersionRef ref) {
        if (!caller.grant().maySend(ref)) {
            throw new Refused(new Refusal.MissingPermission());
        }
        var scope = scope(ref.pkg().scope());
        if (scope.settings().ciActorVerified()) {
            var user = workload.user();
            if (user == null) {
                throw notMember(scope.name().text());
            }
            if (states.of(Account.SUBJECT, "user:" + user.text()).isBlocked()) {
                throw new Refused(new Refusal.Blocked());
            }
            enough(scope, user, Role.MEMBER);
        }
        var pkg = states.of(Pkg.SUBJECT, ref.pkg().stream());
        pkg.expect(ref.pkg(), Kind.SOURCE);
        if (!(pkg instanceof Pkg.Present present) || !LinkedJobs.isOf(present, workload)) {
            throw new Refused(
                    new Refusal.OfPeople.WorkloadNotAllowed(
                            "The package is not linked to the repository of this job"));
        }
    }

    /// There is such a package, and the caller may know it.
    public void exists(PackageRef ref, Caller caller) {
        if (!states.of(Pkg.SUBJECT, ref.stream()).exists(ref) || !discretion.mayKnow(ref, caller)) {
            throw new Refused(new Refusal.PackageNotFound(ref.text()));
        }
    }

    private void atLeast(Caller caller, ScopeName name, Role least) {
        var user = person(caller);
        var scope = scope(name);
        if (caller.isStaff()) {
            return;
        }
        enough(scope, user, least);
    }

    private static void enough(Scope.Owned scope, UserId user, Role least) {
        var name = scope.name().text();
        var role = scope.role(user).orElseThrow(() -> stranger(scope));
        if (role.suffices(least)) {
            return;
        }
        throw least == Role.ADMIN && role == Role.MEMBER
                ? new Refused(new Refusal.NotScopeAdmin(name))
                : notMember(name);
    }

    /// Who has nothing to do with a private scope hears that there is none.
    private static Refused stranger(Scope.Owned scope) {
        var name = scope.name().text();
        return scope.settings().visibility() == Visibility.PRIVATE
                ? new Refused(new Refusal.ScopeNotFound(name))
                : notMember(name);
    }

    private static Refused notMember(String scope) {
        return new Refused(new Refusal.NotScopeMember(scope));
    }

    private Scope.Owned scope(ScopeName name) {
        return switch (states.of(Scope.SUBJECT, name.stream())) {
            case Scope.Owned owned when owned.exists(name) -> owned;
            case Scope.Owned _, Scope.Free _ ->
                    throw new Refused(new Refusal.ScopeNotFound(name.text()));
        };
    }

    private static UserId unrestricted(Caller caller, UserId id) {
        return switch (caller.grant()) {
            case Grant.Everything() -> id;
            case Grant.Publishing _, Grant.Reading _ ->
                    throw new Refused(new Refusal.MissingPermission());
        };
    }
}
