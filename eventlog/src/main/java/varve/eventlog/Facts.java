package varve.eventlog;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.MetaData;
import varve.contract.Event;
import varve.eventlog.postgres.PostgresEventStore;

/// Facts as Axon's messages and back.
final class Facts {
    private Facts() {}

    /// @param kind name of the subject
    static DomainEventMessage<?> message(
            String kind, String stream, long sequence, Event event, MetaData origin) {
        return new GenericDomainEventMessage<>(
                kind,
                stream,
                sequence,
                event,
                origin,
                UUID.randomUUID().toString(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS)); // what Axon keeps of it on reading
    }

    static String stream(EventMessage<?> message) {
        return ((DomainEventMessage<?>) message).getAggregateIdentifier();
    }

    static long position(EventMessage<?> message) {
        return PostgresEventStore.position(((TrackedEventMessage<?>) message).trackingToken());
    }

    /// @throws org.axonframework.serialization.SerializationException when the stored bytes cannot
    ///   be read
    static Fact of(EventMessage<?> message) {
        var stored = (DomainEventMessage<?>) message;
        return new Fact(
                position(message),
                event(message),
                message.getTimestamp(),
                Origins.read(message.getMetaData()),
                message.getIdentifier(),
                stored.getAggregateIdentifier(),
                stored.getSequenceNumber());
    }

    static Event event(EventMessage<?> message) {
        if (message.getPayload() instanceof Event event) {
            return event;
        }
        throw new IllegalStateException(
                "fact %s is of a type this program does not know"
                        .formatted(message.getIdentifier()));
    }
}
