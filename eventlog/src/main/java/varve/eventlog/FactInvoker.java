package varve.eventlog;

import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;
import varve.eventlog.postgres.Pace;

/// Hands the facts of a batch to a projection. Axon's own invoker for dead letters would ask the
/// queue once per fact, would write a letter into a transaction that the failure has broken, and
/// would bury what is only the outside being away; so this one does it in its own way, with Axon's
/// queue.
final class FactInvoker implements EventHandlerInvoker {
    private static final Logger LOG = LoggerFactory.getLogger(FactInvoker.class);

    private final Projection projection;
    private final Checkpoints checkpoints;
    private final SequencedDeadLetterQueue<EventMessage<?>> letters;
    private final TransactionTemplate nested;
    private final Pace pace;
    private final String turnKey;

    private volatile @Nullable Condemned condemned;

    private record Condemned(long position, Throwable cause) {}

    /// Held from the first fact of a batch until after its commit: on one node one thread at a
    /// time.
    private final ReentrantLock turns;

    /// @param nested begins transactions that can be rolled back within the batch's
    /// @param turns shared with whoever else calls the projection
    FactInvoker(
            Projection projection,
            Checkpoints checkpoints,
            SequencedDeadLetterQueue<EventMessage<?>> letters,
            TransactionTemplate nested,
            Pace pace,
            ReentrantLock turns) {
        this.projection = projection;
        this.checkpoints = checkpoints;
        this.letters = letters;
        this.nested = nested;
        this.pace = pace;
        this.turns = turns;
        turnKey = "turn of " + projection.name();
    }

    @Override
    public boolean canHandle(EventMessage<?> message, Segment segment) {
        return true;
    }

    @Override
    public void handle(EventMessage<?> message, Segment segment) {
        var turn = turn(message);
        long position = Facts.position(message);
        turn.reached(position);
        var stream = Facts.stream(message);
        if (turn.isDead(stream)) {
            letters.enqueue(stream, new GenericDeadLetter<>(stream, message));
        } else if (pace.isCareful(position)) {
            carefully(turn, stream, message, position);
        } else {
            projection.on(Facts.of(message));
        }
    }

    private Turn turn(EventMessage<?> message) {
        var work = CurrentUnitOfWork.get().root();
        Turn begun = work.getResource(turnKey);
        return begun == null ? begin(work, message) : begun;
    }

    private Turn begin(UnitOfWork<?> work, EventMessage<?> first) {
        turns.lock();
        work.onCleanup(_ -> turns.unlock());
        var turn = new Turn(checkpoints.begin(projection.name(), Facts.position(first)));
        work.resources().put(turnKey, turn);
        work.onPrepareCommit(_ -> {
            if (!pace.isCareful(turn.last())) {
                projection.beforeCommit();
            }
        });
        work.onRollback(_ -> projection.rolledBack());
        work.afterCommit(_ -> committed(turn.last()));
        return turn;
    }

    private void committed(long last) {
        afterCommit();
        checkpoints.advanced(projection.name(), last);
        pace.processed(last);
    }

    /// What fails now cannot be undone any more.
    void afterCommit() {
        try {
            projection.afterCommit();
        } catch (RuntimeException e) {
            LOG.error("{} failed after its commit", projection.name(), e);
        }
    }

    void rolledBack() {
        projection.rolledBack();
    }

    /// Keeps every node from processing until this transaction ends.
    void hold() {
        checkpoints.hold(projection.name());
    }

    /// A batch of one, in a transaction within the transaction, of which nothing remains if it
    /// fails.
    private void carefully(Turn turn, String stream, EventMessage<?> message, long position) {
        var verdict = condemned;
        if (verdict != null && verdict.position() == position) {
            setAside(turn, stream, message, verdict.cause());
            return;
        }
        try {
            nested.executeWithoutResult(_ -> take(message));
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            projection.rolledBack();
            if (isTransient(e)) {
                throw e;
            }
            setAside(turn, stream, message, e);
        }
    }

    private void setAside(Turn turn, String stream, EventMessage<?> message, Throwable cause) {
        LOG.error(
                "{} cannot take in {} {} of {}, set aside",
                projection.name(),
                message.getPayloadType().getSimpleName(),
                message.getIdentifier(),
                stream,
                cause);
        letters.enqueue(
                stream, new GenericDeadLetter<>(stream, message, ThrowableCause.truncated(cause)));
        turn.died(stream);
    }

    /// A fact that failed even alone, and only when it was committed.
    void condemn(long position, Throwable cause) {
        condemned = new Condemned(position, cause);
    }

    /// One fact with all that belongs to it. The caller holds {@link #turns}.
    void take(EventMessage<?> message) {
        projection.on(Facts.of(message));
        projection.beforeCommit();
    }

    boolean isTransient(Throwable trouble) {
        return Trouble.isReaders(trouble) || projection.transientTrouble(trouble);
    }
}
