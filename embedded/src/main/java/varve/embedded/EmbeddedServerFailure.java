package varve.embedded;

import org.jspecify.annotations.Nullable;

/// An embedded server could not be started or stopped. The message is for the operator: it names
/// the folder or program at fault and, where there is one, the way out.
public sealed class EmbeddedServerFailure extends RuntimeException permits HomeInUse {
    public EmbeddedServerFailure(String message) {
        super(message);
    }

    public EmbeddedServerFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
