package varve.eventlog;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import varve.contract.Actor;
import varve.contract.Caller;
import varve.contract.Command;
import varve.contract.CommandRefused;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.eventlog.postgres.LogUnavailable;

/// Sends commands over Axon's bus, under the name of their subject, and says what became of them in
/// the words of the registry.
record LogCommands(CommandBus bus, EventBus log) implements Commands {
    private static final Logger LOG = LoggerFactory.getLogger(LogCommands.class);
    private static final int RETRIES = 3;
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(20);

    @Override
    public Receipt send(Command command, Caller caller) {
        var origin = Origins.of(command, caller);
        return alone(() -> send(command, caller, origin));
    }

    private Receipt send(Command command, Caller caller, Origin origin) {
        try {
            return new Receipt(retried(command, origin));
        } catch (Refused refused) {
            remember(command, caller, origin, refused.refusal());
            throw refused;
        }
    }

    /// Away from the unit of work this thread may be in: the append is an atomic act of its own.
    private static Receipt alone(Supplier<Receipt> act) {
        if (!CurrentUnitOfWork.isStarted()) {
            return act.get();
        }
        var around = CurrentUnitOfWork.get();
        CurrentUnitOfWork.clear(around);
        try {
            return act.get();
        } finally {
            CurrentUnitOfWork.set(around);
        }
    }

    private long retried(Command command, Origin origin) {
        for (int lost = 0; lost <= RETRIES; lost++) {
            try {
                return dispatched(command, origin);
            } catch (ConcurrencyException | AggregateStreamCreationException e) {
                LOG.debug("lost a race: {}", e.getMessage());
                pause(lost);
            } catch (LockAcquisitionFailedException e) {
                LOG.warn("{} is busy: {}", command.stream(), e.getMessage());
                break;
            } catch (LogUnavailable e) {
                LOG.warn("{} is not written: {}", command.stream(), e.getMessage());
                throw new Refused(new Refusal.Unavailable("event log"));
            }
        }
        throw new Refused(new Refusal.Contended(command.stream()));
    }

    private long dispatched(Command command, Origin origin) {
        var message =
                new GenericCommandMessage<>(
                        new GenericMessage<>(origin.commandId(), command, Origins.written(origin)),
                        command.subject());
        var result = new AtomicReference<@Nullable CommandResultMessage<?>>();
        bus.dispatch(
                message,
                (CommandMessage<? extends Command> _, CommandResultMessage<?> answer) ->
                        result.set(answer));
        var answer = result.get();
        if (answer == null) {
            throw new IllegalStateException("the command bus does not answer on this thread");
        }
        if (answer.isExceptional()) {
            throw answer.exceptionResult() instanceof RuntimeException e
                    ? e
                    : new IllegalStateException(answer.exceptionResult());
        }
        return ((LongSupplier) answer.getPayload()).getAsLong();
    }

    private static void pause(int lost) {
        try {
            var longest = LONGEST_PAUSE.multipliedBy(lost + 1L).toNanos();
            Thread.sleep(Duration.ofNanos(ThreadLocalRandom.current().nextLong(longest)));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// The log holds every command of those the registry knows, the refused ones too, as long as it
    /// can be written: the answer stays the same without it.
    private void remember(Command command, Caller caller, Origin origin, Refusal refusal) {
        boolean ours =
                refusal instanceof Refusal.Unavailable || refusal instanceof Refusal.Contended;
        if (ours || caller.actor() instanceof Actor.Anonymous) {
            return;
        }
        var fact =
                new CommandRefused(
                        origin.commandId(),
                        origin.command(),
                        command.stream(),
                        refusal.getClass().getSimpleName());
        try {
            log.publish(Facts.message("refusal", fact.stream(), 0, fact, Origins.written(origin)));
        } catch (RuntimeException e) {
            LOG.warn("a refused {} was not written down", origin.command(), e);
        }
    }
}
