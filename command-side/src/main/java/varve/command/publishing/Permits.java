package varve.command.publishing;

import org.springframework.stereotype.Component;
import varve.command.Access;
import varve.command.ci.SingleUse;
import varve.contract.Caller;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.version.VersionRef;

/// Who may have what published: asked of those who send bytes, and of those who have bytes tried
/// again that are kept.
@Component
class Permits {
    private final Access access;
    private final SingleUse singleUse;
    private final Requests requests;
    private final Attempts attempts;

    Permits(Access access, SingleUse singleUse, Requests requests, Attempts attempts) {
        this.access = access;
        this.singleUse = singleUse;
        this.requests = requests;
        this.attempts = attempts;
    }

    /// Before the bytes are known. The checks come in the order in which JSR makes them.
    void require(VersionRef ref, Caller caller) {
        access.publisher(caller, ref);
        singleUse.take(caller, ref);
        requests.refuseIfTaken(ref);
        if (!access.isOfStaff(caller)) {
            attempts.check(ref.pkg().scope());
        }
    }

    /// @param sha256 of the compressed bytes
    void require(VersionRef ref, String sha256, Caller caller) {
        if (!caller.grant().maySend(ref, sha256)) {
            throw new Refused(new Refusal.MissingPermission());
        }
    }
}
