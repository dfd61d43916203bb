package varve.command.npm;

import org.springframework.stereotype.Component;
import varve.command.Access;
import varve.command.pkg.Creation;
import varve.command.pkg.Pkg;
import varve.command.scope.Founding;
import varve.command.scope.Scope;
import varve.contract.Actor;
import varve.contract.Caller;
import varve.contract.Live;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.account.UserId;
import varve.contract.pkg.Kind;
import varve.contract.pkg.NameRules.Deed;
import varve.contract.pkg.PackageRef;
import varve.contract.scope.Role;
import varve.contract.scope.Visibility;
import varve.contract.token.Grant;
import varve.eventlog.States;

/// Whether somebody may publish to an npm package, which need not exist yet, and the room for it.
@Component
class Opening {
    /// Under which source packages appear on the npm host.
    private static final String SOURCES = "jsr";

    private final Live<NpmPolicy> policy;
    private final Founding founding;
    private final Creation creation;
    private final Access access;
    private final States states;
    private final TeamRights teams;
    private final TrustedJobs trusted;
    private final NameGuard names;

    Opening(
            Live<NpmPolicy> policy,
            Founding founding,
            Creation creation,
            Access access,
            States states,
            TeamRights teams,
            TrustedJobs trusted,
            NameGuard names) {
        this.names = names;
        this.trusted = trusted;
        this.teams = teams;
        this.policy = policy;
        this.founding = founding;
        this.creation = creation;
        this.access = access;
        this.states = states;
    }

    /// Asked before the bytes come in, to spare a client the upload of what cannot be accepted.
    ///
    /// @throws Refused when they may not
    void check(PackageRef pkg, Caller caller) {
        if (caller.actor() instanceof Actor.Workload job) {
            trusted.publisher(pkg, job);
            names.check(Deed.PUBLISH, pkg, caller);
            return;
        }
        checkPerson(pkg, caller);
    }

    /// The same for what somebody else will have to approve.
    void checkStaging(PackageRef pkg, Caller caller) {
        if (caller.actor() instanceof Actor.Workload job) {
            trusted.stager(pkg, job);
            names.check(Deed.PUBLISH, pkg, caller);
            return;
        }
        checkPerson(pkg, caller);
    }

    private void checkPerson(PackageRef pkg, Caller caller) {
        var user = user(caller);
        if (pkg.scope().text().equals(SOURCES)) {
            throw new Refused(
                    new Refusal.ScopeNameNotAllowed(
                            SOURCES, "source packages appear under it on this host"));
        }
        names.check(Deed.PUBLISH, pkg, caller);
        switch (scope(pkg)) {
            case Scope.Free() -> {
                if (!policy.now().createScopes() || !(caller.grant() instanceof Grant.Everything)) {
                    throw new Refused(new Refusal.ScopeNotFound(pkg.scope().text()));
                }
            }
            case Scope.Owned owned -> member(owned, pkg, user, caller);
        }
        switch (pkg(pkg)) {
            case Pkg.Absent() -> {}
            case Pkg known when !known.exists(pkg) ->
                    throw new Refused(new Refusal.PackageAlreadyExists(pkg.text()));
            case Pkg known -> known.expect(pkg, Kind.NPM);
        }
    }

    /// Creates what is missing. Two first publishes at the same moment may both come here.
    ///
    /// @param restricted whether a new package is for those who belong to the scope
    void make(PackageRef pkg, boolean restricted, Caller caller) {
        if (scope(pkg) instanceof Scope.Free) {
            create(pkg, caller);
            check(pkg, caller);
        }
        if (pkg(pkg) instanceof Pkg.Absent) {
            var visibility =
                    restricted && !pkg.scope().isSolo() ? Visibility.PRIVATE : Visibility.PUBLIC;
            creation.createNpm(pkg, visibility, access.isOfStaff(caller), caller);
        }
    }

    private void create(PackageRef pkg, Caller caller) {
        try {
            founding.claim(pkg.scope(), user(caller), access.isOfStaff(caller), caller);
        } catch (Refused refused) {
            if (!(refused.refusal() instanceof Refusal.ScopeAlreadyExists)) {
                throw refused;
            }
        }
    }

    private void member(Scope.Owned owned, PackageRef pkg, UserId user, Caller caller) {
        if (!owned.exists(pkg.scope())) {
            throw new Refused(new Refusal.ScopeNotFound(pkg.scope().text()));
        }
        boolean may = owned.role(user).filter(role -> role.suffices(Role.MEMBER)).isPresent();
        if (!caller.isStaff() && !may && !teams.mayPublish(user, pkg)) {
            throw new Refused(new Refusal.NotScopeMember(pkg.scope().text()));
        }
        if (!caller.isStaff() && owned.settings().ciRequired()) {
            throw new Refused(new Refusal.CiRequired(pkg.scope().text()));
        }
    }

    private static UserId user(Caller caller) {
        return caller.user().orElseThrow(() -> new Refused(new Refusal.MissingAuthentication()));
    }

    private Scope scope(PackageRef pkg) {
        return states.of(Scope.SUBJECT, pkg.scope().stream());
    }

    private Pkg pkg(PackageRef pkg) {
        return states.of(Pkg.SUBJECT, pkg.stream());
    }
}
