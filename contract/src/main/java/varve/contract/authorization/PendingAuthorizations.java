package varve.contract.authorization;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What programs ask for and nobody has decided yet. Asked by those who show it, answered by the
/// command side, which counts wrong codes.
public interface PendingAuthorizations {
    /// @param who asks, so that nobody can try many codes
    /// @throws varve.contract.Refused when there is nothing undecided under this code, or the same
    ///   asked for too many that do not exist
    Pending pending(String code, String who);

    /// @param permissions a JSON list in JSR's form; absent for all that the person may do
    record Pending(String code, @Nullable String permissions, Instant expiresAt) {}
}
