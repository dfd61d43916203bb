package varve.contract.authorization;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import varve.contract.Refused;

/// What programs ask for and nobody has decided yet. Asked by those who show it, answered by the
/// command side, which counts wrong codes.
public interface PendingAuthorizations {
    /// Both are asked at once, and neither counts without the other.
    ///
    /// @param who asks, so that nobody can try many codes
    /// @throws varve.contract.Refused when the same asked for too many that do not exist
    void check(String who);

    /// @return empty when there is nothing undecided under this code
    Optional<Pending> find(String code);

    /// Counts a code that does not exist.
    ///
    /// @return to be thrown
    Refused unknown(String who);

    /// The two one after the other.
    ///
    /// @throws varve.contract.Refused when there is nothing undecided under this code, or the same
    ///   asked for too many that do not exist
    default Pending pending(String code, String who) {
        check(who);
        return find(code).orElseThrow(() -> unknown(who));
    }

    /// @param permissions a JSON list in JSR's form; absent for all that the person may do
    record Pending(String code, @Nullable String permissions, Instant expiresAt) {}
}
