package varve.command.publishing;

import java.util.Set;

/// After which failures the same bytes may succeed.
final class Retries {
    static final String CANCELLED = "cancelled";
    static final String OURS = "internalServerError";

    /// Dependencies can be published later; what the registry or a member did says nothing about
    /// the bytes.
    private static final Set<String> WORTH_IT =
            Set.of(CANCELLED, OURS, "unresolvableJsrDependency", "invalidJsrDependencySubPath");

    private Retries() {}

    static boolean isWorthIt(String code) {
        return WORTH_IT.contains(code);
    }
}
