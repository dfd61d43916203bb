package varve.command;

import java.util.Optional;
import org.springframework.stereotype.Component;
import varve.command.account.Vault;
import varve.command.scope.Scope;
import varve.contract.Caller;
import varve.contract.Live;
import varve.contract.account.UserId;
import varve.contract.pkg.NameRules;
import varve.contract.pkg.NameRules.Deed;
import varve.contract.pkg.NameRules.Visitor;
import varve.contract.pkg.PackageRef;
import varve.contract.scope.ScopeName;
import varve.contract.scope.Visibility;
import varve.eventlog.States;

/// Who may know of what: what is private is for those who belong to it, and besides that the
/// operator's rules keep names for some.
@Component
public class Discretion {
    private final States states;
    private final Live<NameRules> rules;
    private final Vault vault;

    Discretion(States states, Live<NameRules> rules, Vault vault) {
        this.states = states;
        this.rules = rules;
        this.vault = vault;
    }

    /// Staff acting as staff may know of everything.
    public boolean mayKnow(PackageRef pkg, Caller caller) {
        return caller.isStaff() || mayKnow(pkg, caller.user(), Visitor.of(caller, this::login));
    }

    /// The same for somebody who does not ask right now.
    public boolean mayKnow(PackageRef pkg, UserId user) {
        return mayKnow(pkg, Optional.of(user), new Visitor(true, () -> login(user)));
    }

    /// Whether somebody may know of a scope and who belongs to it.
    public boolean mayKnow(ScopeName name, UserId user) {
        return !(states.of(Scope.SUBJECT, name.stream()) instanceof Scope.Owned scope)
                || scope.settings().visibility() != Visibility.PRIVATE
                || scope.role(user).isPresent();
    }

    private boolean mayKnow(PackageRef pkg, Optional<UserId> user, Visitor visitor) {
        return Seclusion.of(pkg, states).admits(user)
                && rules.now().admits(Deed.ACCESS, pkg.text(), visitor);
    }

    private String login(UserId user) {
        return vault.login(user).orElse("");
    }
}
