package varve.eventlog;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import varve.eventlog.postgres.PostgresEventStore;

/// Reads the log from where it ends, without a checkpoint: for what is of no use to a node that was
/// not there.
record Follower(PostgresEventStore store, Consumer<Fact> heard, BooleanSupplier over)
        implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);

    @Override
    public void run() {
        try (var facts = store.openStream(new GlobalSequenceTrackingToken(store.head()))) {
            while (!over.getAsBoolean()) {
                if (facts.hasNextAvailable(1, TimeUnit.SECONDS)) {
                    hear(facts.nextAvailable());
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void hear(EventMessage<?> message) {
        try {
            heard.accept(Facts.of(message));
        } catch (RuntimeException e) {
            LOG.warn("{} was not followed up", message.getIdentifier(), e);
        }
    }
}
