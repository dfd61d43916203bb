package varve.standalone.settings;

import java.util.Optional;

/// A setting that cannot be used, said so that the operator can mend it.
public final class BadSetting extends RuntimeException {
    public BadSetting(String message) {
        super(message, null, false, false);
    }

    /// The one that other trouble was caused by.
    public static Optional<BadSetting> within(Throwable trouble) {
        for (var cause = trouble; cause != null; cause = cause.getCause()) {
            if (cause instanceof BadSetting bad) {
                return Optional.of(bad);
            }
        }
        return Optional.empty();
    }
}
