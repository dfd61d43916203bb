package varve.eventlog;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.springframework.transaction.support.TransactionTemplate;

/// Offers each stream that waits to its projection once, fact by fact, until one fails again. Each
/// fact is a batch of its own, and leaves the queue in the same transaction.
final class DeadLetterRetry {
    private final FactInvoker invoker;
    private final SequencedDeadLetterQueue<EventMessage<?>> letters;
    private final TransactionTemplate transaction;
    private int taken;

    DeadLetterRetry(
            FactInvoker invoker,
            SequencedDeadLetterQueue<EventMessage<?>> letters,
            TransactionTemplate transaction) {
        this.invoker = invoker;
        this.letters = letters;
        this.transaction = transaction;
    }

    /// Goes round once, and says how many facts were taken in.
    int run() {
        // the queue offers the stream first that was touched longest ago, so each comes once
        for (long left = letters.amountOfSequences(); left > 0; left--) {
            boolean _ = letters.process(this::offer);
        }
        return taken;
    }

    private EnqueueDecision<EventMessage<?>> offer(DeadLetter<? extends EventMessage<?>> letter) {
        try {
            transaction.executeWithoutResult(_ -> take(letter));
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            invoker.rolledBack();
            if (invoker.isTransient(e)) {
                throw e;
            }
            return Decisions.requeue(ThrowableCause.truncated(e));
        }
        invoker.afterCommit();
        taken++;
        return Decisions.evict();
    }

    /// With the checkpoint held, no other node can put a fact behind a letter that is just leaving.
    private void take(DeadLetter<? extends EventMessage<?>> letter) {
        invoker.hold();
        invoker.take(letter.message());
        letters.evict(letter);
    }
}
