package varve.command;

import java.util.Optional;
import varve.command.pkg.Pkg;
import varve.command.scope.Scope;
import varve.contract.account.UserId;
import varve.contract.pkg.PackageRef;
import varve.contract.scope.Role;
import varve.contract.scope.ScopeName;
import varve.contract.scope.Visibility;
import varve.eventlog.States;

/// Whether a package is kept from those who do not belong to its scope, and who belongs.
public record Seclusion(boolean isPrivate, Scope scope) {

    public static Seclusion of(PackageRef pkg, States states) {
        var scope = states.of(Scope.SUBJECT, pkg.scope().stream());
        boolean whole =
                scope instanceof Scope.Owned owned
                        && owned.settings().visibility() == Visibility.PRIVATE;
        boolean itself =
                states.of(Pkg.SUBJECT, pkg.stream())
                        .known()
                        .filter(known -> known.details().visibility() == Visibility.PRIVATE)
                        .isPresent();
        return new Seclusion(whole || itself, scope);
    }

    public boolean admits(Optional<UserId> user) {
        return !isPrivate || user.flatMap(scope::role).isPresent();
    }

    /// Whether packages of another scope may build on it: for what is private, one of those who
    /// answer for the other scope must belong to this one. Who sent the upload does not matter, so
    /// that jobs may as well as people.
    public boolean admits(ScopeName dependant, States states) {
        return !isPrivate
                || (scope instanceof Scope.Owned own && own.name().equals(dependant))
                || (states.of(Scope.SUBJECT, dependant.stream()) instanceof Scope.Owned other
                        && other.people().members().stream()
                                .filter(member -> member.role() == Role.ADMIN)
                                .anyMatch(admin -> scope.role(admin.user()).isPresent()));
    }
}
