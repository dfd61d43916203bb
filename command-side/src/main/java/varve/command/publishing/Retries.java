package varve.command.publishing;

import java.util.Set;
import varve.artifacts.Fault;

/// After which failures the same bytes may succeed.
final class Retries {
    static final String CANCELLED = "cancelled";
    static final String OURS = "internalServerError";
    static final String STALE = "stale";

    /// Dependencies can be published later; what the registry or a member did says nothing about
    /// the bytes.
    private static final Set<String> WORTH_IT =
            Set.of(
                    CANCELLED,
                    OURS,
                    STALE,
                    Fault.UNRESOLVABLE_JSR_DEPENDENCY.code(),
                    Fault.INVALID_JSR_DEPENDENCY_SUB_PATH.code());

    private Retries() {}

    static boolean isWorthIt(String code) {
        return WORTH_IT.contains(code);
    }
}
