package varve.eventlog;

import java.util.HashSet;
import java.util.Set;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/// Derives everything that a projection has derived anew, in one transaction: whoever reads
/// meanwhile sees what was there before, and then all that is there now.
final class Rebuild {
    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);

    private final Projection projection;
    private final Shared shared;
    private final SequencedDeadLetterQueue<EventMessage<?>> letters;
    private final FactInvoker invoker;

    Rebuild(
            Projection projection,
            Shared shared,
            SequencedDeadLetterQueue<EventMessage<?>> letters,
            FactInvoker invoker) {
        this.projection = projection;
        this.shared = shared;
        this.letters = letters;
        this.invoker = invoker;
    }

    /// When a fact cannot be taken in, all is done again, fact by fact, and it is set aside.
    void run() {
        try {
            inOneGo(false);
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            projection.rolledBack();
            if (invoker.isTransient(e)) {
                throw e;
            }
            LOG.warn("{} is rebuilt fact by fact", projection.name(), e);
            inOneGo(true);
        }
        projection.afterCommit();
    }

    private void inOneGo(boolean carefully) {
        new TransactionTemplate(shared.platform())
                .executeWithoutResult(_ -> {
                    shared.checkpoints().hold(projection.name());
                    shared.checkpoints().restart(projection.name());
                    projection.reset();
                    long last = replay(carefully);
                    projection.beforeCommit();
                    shared.checkpoints().move(projection.name(), last);
                });
    }

    /// @return position of the last fact
    private long replay(boolean carefully) {
        var dead = new HashSet<String>();
        long last = 0;
        for (var page = shared.store().after(last); !page.isEmpty(); ) {
            for (var message : page) {
                last = Facts.position(message);
                if (carefully) {
                    carefully(message, dead);
                } else {
                    projection.on(Facts.of(message));
                }
            }
            page = shared.store().after(last);
        }
        return last;
    }

    private void carefully(EventMessage<?> message, Set<String> dead) {
        var stream = Facts.stream(message);
        if (dead.contains(stream)) {
            letters.enqueue(stream, new GenericDeadLetter<>(stream, message));
            return;
        }
        try {
            shared.nested().executeWithoutResult(_ -> projection.on(Facts.of(message)));
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            if (invoker.isTransient(e)) {
                throw e;
            }
            LOG.error("{} cannot take in {}, set aside", projection.name(), stream, e);
            letters.enqueue(
                    stream, new GenericDeadLetter<>(stream, message, ThrowableCause.truncated(e)));
            dead.add(stream);
        }
    }
}
