package varve.eventlog;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import varve.contract.Command;
import varve.contract.Event;
import varve.contract.Refused;
import varve.eventlog.Streams.Known;
import varve.eventlog.postgres.PostgresEventStore;

/// Decides the commands of one subject. On one node the commands of one stream wait for each other;
/// across nodes the store finds out who came first.
///
/// @param snapshots runs the writing of snapshots, out of the way of commands
record SubjectHandler<S, C extends Command, E extends Event>(
        Subject<S, C, E> subject,
        Streams streams,
        PostgresEventStore store,
        LockFactory locks,
        Executor snapshots)
        implements MessageHandler<CommandMessage<?>> {
    private static final Logger LOG = LoggerFactory.getLogger(SubjectHandler.class);

    private record Decision<S, E>(Known<S> before, List<? extends E> facts) {}

    /// @return tells, once the unit of work is committed, the position of the last fact appended
    @Override
    @SuppressWarnings("unchecked") // commands are named after their subject
    public LongSupplier handle(CommandMessage<?> message) {
        var command = (C) message.getPayload();
        var work = CurrentUnitOfWork.get();
        var lock = locks.obtainLock(command.stream());
        work.onCleanup(_ -> lock.release());
        append(work, command, decide(command), message.getMetaData());
        return () -> PostgresEventStore.appended(work);
    }

    /// Decides on what is remembered if facts follow from it: should the memory be old, the store
    /// will say so. A refusal, or nothing to do, is only believed of the present state.
    private Decision<S, E> decide(C command) {
        Known<S> remembered = streams.remembered(command.stream());
        if (remembered != null) {
            try {
                var facts = subject.decide(remembered.state(), command);
                if (!facts.isEmpty()) {
                    return new Decision<>(remembered, facts);
                }
            } catch (Refused _) {
                LOG.debug("{} is refused by memory, asking the log", command);
            }
        }
        var present = streams.present(subject, command.stream());
        return new Decision<>(present, subject.decide(present.state(), command));
    }

    private void append(UnitOfWork<?> work, C command, Decision<S, E> decision, MetaData origin) {
        var stream = command.stream();
        var messages = new ArrayList<DomainEventMessage<?>>();
        var known = decision.before();
        for (var fact : decision.facts()) {
            known = new Known<>(subject.evolve(known.state(), fact), known.sequence() + 1);
            messages.add(Facts.message(subject.name(), stream, known.sequence(), fact, origin));
        }
        if (messages.isEmpty()) {
            return;
        }
        store.publish(messages);
        var after = known;
        work.afterCommit(_ -> committed(stream, decision.before(), after));
        work.onRollback(_ -> streams.forget(stream));
    }

    private void committed(String stream, Known<S> before, Known<S> after) {
        streams.remember(stream, after);
        int every = subject.snapshotEvery();
        if (every > 0 && (after.sequence() + 1) / every > (before.sequence() + 1) / every) {
            snapshots.execute(() -> keep(stream, after));
        }
    }

    private void keep(String stream, Known<S> known) {
        try {
            store.storeSnapshot(
                    new GenericDomainEventMessage<>(
                            subject.name(), stream, known.sequence(), known.state()));
        } catch (RuntimeException e) {
            LOG.warn("no snapshot of {} was kept", stream, e);
        }
    }
}
