package varve.eventlog;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import varve.contract.Caller;
import varve.contract.Command;

/// An {@link Origin} as the metadata of messages and back. The names are stored for ever.
final class Origins {
    private static final String ACTOR = "actor";
    private static final String CREDENTIAL = "credential";
    private static final String COMMAND = "command";
    private static final String COMMAND_ID = "commandId";
    private static final String CORRELATION = "correlation";
    private static final String CAUSATION = "causation";
    private static final String CLIENT = "client";

    private Origins() {}

    /// Of a command sent on this thread now. Sent while a fact is handled, it is caused by that.
    static Origin of(Command command, Caller caller) {
        return new Origin(
                caller.actor().text(),
                caller.credential(),
                Kebab.of(command.getClass()),
                UUID.randomUUID().toString(),
                caller.requestId(),
                handled() == null ? caller.requestId() : handled(),
                caller.client());
    }

    private static @Nullable String handled() {
        return CurrentUnitOfWork.isStarted()
                        && CurrentUnitOfWork.get().getMessage() instanceof EventMessage<?> fact
                ? fact.getIdentifier()
                : null;
    }

    static MetaData written(Origin origin) {
        Map<String, Object> written = new HashMap<>();
        written.put(ACTOR, origin.actor());
        if (origin.credential() != null) {
            written.put(CREDENTIAL, origin.credential());
        }
        written.put(COMMAND, origin.command());
        written.put(COMMAND_ID, origin.commandId());
        written.put(CORRELATION, origin.correlation());
        written.put(CAUSATION, origin.causation());
        written.put(CLIENT, origin.client());
        return MetaData.from(written);
    }

    static Origin read(MetaData written) {
        return new Origin(
                text(written, ACTOR),
                (String) written.get(CREDENTIAL),
                text(written, COMMAND),
                text(written, COMMAND_ID),
                text(written, CORRELATION),
                text(written, CAUSATION),
                text(written, CLIENT));
    }

    private static String text(MetaData written, String name) {
        return written.get(name) instanceof String text ? text : "";
    }
}
