package varve.command.npm;

import org.springframework.stereotype.Component;
import varve.command.pkg.Pkg;
import varve.contract.Actor;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.pkg.Kind;
import varve.contract.pkg.PackageRef;
import varve.eventlog.States;

/// Which jobs publish which packages without any token: those that the package's admins trust.
@Component
class TrustedJobs {
    private final States states;

    TrustedJobs(States states) {
        this.states = states;
    }

    /// @throws Refused unless the job may publish the package, which must be there
    void publisher(PackageRef pkg, Actor.Workload job) {
        var state = states.of(Pkg.SUBJECT, pkg.stream());
        state.expect(pkg, Kind.NPM);
        boolean may =
                state.known().stream()
                        .flatMap(present -> present.details().trusted().stream())
                        .anyMatch(one -> one.publishes() && one.isOf(job));
        if (!may) {
            throw new Refused(
                    new Refusal.OfPeople.WorkloadNotAllowed(
                            pkg.text() + " does not trust this workflow"));
        }
    }
}
