package varve.command.npm;

import org.springframework.stereotype.Component;
import varve.contract.Caller;
import varve.contract.Live;
import varve.contract.NpmRefusal;
import varve.contract.Refused;
import varve.contract.pkg.NameRules;
import varve.contract.pkg.NameRules.Deed;
import varve.contract.pkg.NameRules.Visitor;
import varve.contract.pkg.PackageRef;

/// What the operator's rules say of names, asked besides what scopes say.
@Component
class NameGuard {
    private final Live<NameRules> rules;
    private final Names names;

    NameGuard(Live<NameRules> rules, Names names) {
        this.rules = rules;
        this.names = names;
    }

    /// Rules bind jobs of continuous integration as they bind people; the registry's own authority
    /// they do not.
    ///
    /// @throws Refused when the rules do not let them
    void check(Deed deed, PackageRef pkg, Caller caller) {
        var visitor = Visitor.of(caller, names::login);
        if (!caller.isStaff() && !rules.now().admits(deed, pkg.text(), visitor)) {
            throw new NpmRefusal.NameClosed(
                            deed == Deed.PUBLISH ? "publish" : "unpublish", pkg.text())
                    .refused();
        }
    }
}
