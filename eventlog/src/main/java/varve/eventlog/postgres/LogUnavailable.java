package varve.eventlog.postgres;

import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;

/// PostgreSQL is away or does not keep up. Whatever was to be appended was not, unless the message
/// says that its outcome is unknown.
public final class LogUnavailable extends EventStoreException {
    LogUnavailable(String message) {
        super(message);
    }

    LogUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
