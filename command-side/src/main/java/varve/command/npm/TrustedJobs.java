package varve.command.npm;

import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import varve.command.Seclusion;
import varve.command.pkg.Pkg;
import varve.contract.Actor;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.pkg.Kind;
import varve.contract.pkg.PackageRef;
import varve.contract.pkg.TrustedPublisher;
import varve.eventlog.States;

/// Which jobs publish which packages without any token: those that the package's admins trust.
@Component
class TrustedJobs {
    private final States states;

    TrustedJobs(States states) {
        this.states = states;
    }

    /// @throws Refused unless the job may publish the package, which must be there; to whom it does
    ///   not trust a private one is not
    void publisher(PackageRef pkg, Actor.Workload job) {
        require(pkg, job, TrustedPublisher::publishes);
    }

    /// @throws Refused unless the job may hand in versions of the package
    void stager(PackageRef pkg, Actor.Workload job) {
        require(pkg, job, one -> one.stages() || one.publishes());
    }

    private void require(PackageRef pkg, Actor.Workload job, Predicate<TrustedPublisher> right) {
        var state = states.of(Pkg.SUBJECT, pkg.stream());
        state.expect(pkg, Kind.NPM);
        boolean may =
                state.known().stream()
                        .flatMap(present -> present.details().trusted().stream())
                        .anyMatch(one -> right.test(one) && one.isOf(job));
        if (!may && Seclusion.of(pkg, states).isPrivate()) {
            throw new Refused(new Refusal.PackageNotFound(pkg.text()));
        }
        if (!may) {
            throw new Refused(
                    new Refusal.OfPeople.WorkloadNotAllowed(
                            pkg.text() + " does not trust this workflow"));
        }
    }
}
