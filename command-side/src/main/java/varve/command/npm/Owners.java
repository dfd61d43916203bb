package varve.command.npm;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import varve.command.Access;
import varve.command.scope.Leave;
import varve.command.scope.Scope;
import varve.contract.Caller;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.account.UserId;
import varve.contract.pkg.PackageRef;
import varve.contract.scope.Role;
import varve.contract.scope.ScopeCommand.AddMember;
import varve.contract.scope.ScopeCommand.ChangeRole;
import varve.contract.scope.ScopeName;
import varve.eventlog.Commands;
import varve.eventlog.States;

/// Who owns a package, and who likes it, as npm's documents say it. Owners are the members of the
/// scope; that of a package without one is its own.
@Component
class Owners {
    private final Commands commands;
    private final States states;
    private final Access access;
    private final Names names;
    private final Listing.Shelf listings;
    private final StarEndpoint.Stars stars;
    private final Leave leave;

    Owners(
            Commands commands,
            States states,
            Access access,
            Names names,
            Listing.Shelf listings,
            StarEndpoint.Stars stars,
            Leave leave) {
        this.commands = commands;
        this.states = states;
        this.access = access;
        this.names = names;
        this.listings = listings;
        this.stars = stars;
        this.leave = leave;
    }

    /// The document names those who like the package, as the client was told: only what it says of
    /// the caller counts.
    ///
    /// @return position of the fact
    long star(PackageRef pkg, Document document, Caller caller) {
        var me = caller.person();
        var called = names.called(me);
        boolean shining =
                Objects.requireNonNull(document.users).stream().anyMatch(called::equalsIgnoreCase);
        return stars.set(pkg, shining, caller);
    }

    /// The document names all who shall own the package.
    long set(PackageRef pkg, Document document, String revision, Caller caller) {
        access.admin(caller, pkg.scope());
        listings.of(pkg).checkRevision(pkg, revision);
        var wanted = new LinkedHashSet<UserId>();
        Objects.requireNonNull(document.maintainers).forEach(name -> wanted.add(names.of(name)));
        var now = members(pkg);
        var leaving = new LinkedHashSet<>(now);
        leaving.removeAll(wanted);
        wanted.removeAll(now);
        long last = 0;
        for (var user : wanted) {
            last = add(pkg, user, caller);
        }
        for (var user : leaving) {
            last = remove(pkg, user, caller);
        }
        return last;
    }

    /// Who leaves a package without a scope leaves nothing else.
    long remove(PackageRef pkg, UserId user, Caller caller) {
        access.admin(caller, pkg.scope());
        if (!pkg.scope().isSolo()) {
            throw new Refused(
                    new Refusal.Malformed(
                            "the packages of a scope belong to its members: npm org rm removes one"));
        }
        return leave.of(pkg.scope(), user, caller);
    }

    long add(PackageRef pkg, UserId user, Caller caller) {
        access.admin(caller, pkg.scope());
        var role = pkg.scope().isSolo() ? Role.ADMIN : Role.MEMBER;
        return commands.send(new AddMember(pkg.scope(), user, role), caller).position();
    }

    /// Whoever belongs to the scope has this role from then on, and others join with it.
    ///
    /// @return position of the fact
    long assign(ScopeName scope, UserId user, Role role, Caller caller) {
        access.admin(caller, scope);
        var wish =
                states.of(Scope.SUBJECT, scope.stream()).role(user).isPresent()
                        ? new ChangeRole(scope, user, role)
                        : new AddMember(scope, user, role);
        return commands.send(wish, caller).position();
    }

    private Set<UserId> members(PackageRef pkg) {
        return switch (states.of(Scope.SUBJECT, pkg.scope().stream())) {
            case Scope.Free() -> Set.of();
            case Scope.Owned owned -> {
                var people = new LinkedHashSet<UserId>();
                owned.people().members().forEach(member -> people.add(member.user()));
                yield people;
            }
        };
    }
}
