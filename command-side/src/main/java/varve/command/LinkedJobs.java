package varve.command;

import varve.command.pkg.Pkg;
import varve.contract.Actor;

/// Which jobs of continuous integration belong to a package: those of the repository it is linked
/// to.
final class LinkedJobs {
    private LinkedJobs() {}

    /// The number decides (JSR's rule), since names can be taken over. Where many installations
    /// count from one, the path must be the same besides.
    static boolean isOf(Pkg.Present pkg, Actor.Workload job) {
        var linked = pkg.details().repository();
        if (linked == null || linked.id() == null) {
            return false;
        }
        var path = linked.owner() + "/" + linked.name();
        return linked.id().toString().equals(job.repositoryId())
                && (job.byIdAlone() || path.equalsIgnoreCase(job.repository()));
    }
}
