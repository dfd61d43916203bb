package varve.command;

import org.springframework.stereotype.Component;
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
import varve.contract.token.Grant;
import varve.contract.version.VersionRef;
import varve.eventlog.States;

/// Who may wish for what. Each method returns quietly or throws {@link Refused}; the checks come in
/// the order in which JSR makes them. Staff acting as staff pass every check of membership.
@Component
public class Access {
    private final States states;

    Access(States states) {
        this.states = states;
    }

    /// A person whose credential may do all that its owner may.
    public UserId person(Caller caller) {
        return switch (caller.actor()) {
            case Actor.User(var id) -> unrestricted(caller, id);
            case Actor.Staff(var id) -> unrestricted(caller, id);
            case Actor.Registry _ -> throw new Refused(new Refusal.NotUser());
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

    public void member(Caller caller, ScopeName name) {
        atLeast(caller, name, Role.MEMBER);
    }

    public void admin(Caller caller, ScopeName name) {
        atLeast(caller, name, Role.ADMIN);
    }

    /// May send an upload for this version; what exactly is sent is checked once it is there.
    public void publisher(Caller caller, VersionRef ref) {
        var user = caller.person();
        if (!caller.grant().maySend(ref)) {
            throw new Refused(new Refusal.MissingPermission());
        }
        var scope = scope(ref.pkg().scope());
        if (!caller.isStaff() && scope.role(user).isEmpty()) {
            throw new Refused(new Refusal.NotScopeMember(ref.pkg().scope().text()));
        }
        states.of(Pkg.SUBJECT, ref.pkg().stream()).expect(ref.pkg(), Kind.SOURCE);
    }

    public void exists(PackageRef ref) {
        if (!states.of(Pkg.SUBJECT, ref.stream()).exists(ref)) {
            throw new Refused(new Refusal.PackageNotFound(ref.text()));
        }
    }

    private void atLeast(Caller caller, ScopeName name, Role least) {
        var user = person(caller);
        var scope = scope(name);
        if (caller.isStaff()) {
            return;
        }
        var role =
                scope.role(user)
                        .orElseThrow(() -> new Refused(new Refusal.NotScopeMember(name.text())));
        if (role.compareTo(least) < 0) {
            throw new Refused(new Refusal.NotScopeAdmin(name.text()));
        }
    }

    private Scope scope(ScopeName name) {
        var scope = states.of(Scope.SUBJECT, name.stream());
        if (!scope.exists(name)) {
            throw new Refused(new Refusal.ScopeNotFound(name.text()));
        }
        return scope;
    }

    private static UserId unrestricted(Caller caller, UserId id) {
        return switch (caller.grant()) {
            case Grant.Everything() -> id;
            case Grant.Publishing _, Grant.Reading _ ->
                    throw new Refused(new Refusal.MissingPermission());
        };
    }
}
