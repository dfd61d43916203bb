package varve.query;

import org.springframework.stereotype.Component;
import varve.contract.Caller;
import varve.contract.Refused;
import varve.contract.pkg.PackageRef;
import varve.contract.pkg.Readers;

/// For answers that name packages which their address does not name, so that the door could not
/// look: whether the caller may know of a package.
@Component
public class Discretion {
    private final Readers readers;

    Discretion(Readers readers) {
        this.readers = readers;
    }

    public boolean mayKnow(PackageRef pkg, Caller caller) {
        return readers.mayKnow(pkg.scope().text(), pkg.name().text(), caller);
    }

    /// Whether everybody may know of it, for answers that are the same for all.
    public boolean isOpen(PackageRef pkg) {
        return !readers.isPrivate(pkg.scope().text(), pkg.name().text());
    }

    public Audience audience(Caller caller) {
        return new Audience(readers.shownTo(caller), pkg -> mayKnow(pkg, caller));
    }

    /// For answers that are the same for all.
    public Audience everybody() {
        return new Audience(readers.shownToAll(), this::isOpen);
    }

    /// @param name as npm clients write it; what cannot be a package is no secret
    public boolean mayKnow(String name, Caller caller) {
        PackageRef pkg;
        try {
            pkg = PackageRef.of(name);
        } catch (Refused _) {
            return true;
        }
        return mayKnow(pkg, caller);
    }
}
