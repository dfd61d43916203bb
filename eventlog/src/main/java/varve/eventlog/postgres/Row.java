package varve.eventlog.postgres;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;

/// One fact on its way into the log: the message it came as, and what will be stored of it.
@SuppressWarnings("ArrayRecordComponent") // never compared
record Row(
        DomainEventMessage<?> message, String type, String revision, byte[] meta, byte[] payload) {

    static Row of(EventMessage<?> message, Serializer serializer) {
        if (!(message instanceof DomainEventMessage<?> fact)) {
            throw new IllegalArgumentException(
                    message.getPayloadType() + " belongs to no stream, so it cannot be kept");
        }
        var payload = fact.serializePayload(serializer, byte[].class);
        var meta = fact.serializeMetaData(serializer, byte[].class);
        return new Row(
                changedByWriting(payload.getData()) ? read(fact, payload, serializer) : fact,
                payload.getType().getName(),
                payload.getType().getRevision(),
                meta.getData(),
                payload.getData());
    }

    /// The replacement character, in UTF-8: what cannot be stored was written so.
    private static boolean changedByWriting(byte[] payload) {
        for (int i = 2; i < payload.length; i++) {
            if (payload[i - 2] == (byte) 0xEF
                    && payload[i - 1] == (byte) 0xBF
                    && payload[i] == (byte) 0xBD) {
                return true;
            }
        }
        return false;
    }

    /// Those who hear of it at once are told what others will read.
    private static DomainEventMessage<?> read(
            DomainEventMessage<?> fact, SerializedObject<byte[]> payload, Serializer serializer) {
        return new GenericDomainEventMessage<>(
                fact.getType(),
                fact.getAggregateIdentifier(),
                fact.getSequenceNumber(),
                new GenericMessage<>(
                        fact.getIdentifier(), serializer.deserialize(payload), fact.getMetaData()),
                fact.getTimestamp());
    }

    String stream() {
        return message.getAggregateIdentifier();
    }

    long sequence() {
        return message.getSequenceNumber();
    }

    String kind() {
        return message.getType();
    }

    String eventId() {
        return message.getIdentifier();
    }

    long at() {
        return micros(message.getTimestamp());
    }

    static long micros(Instant at) {
        return TimeUnit.SECONDS.toMicros(at.getEpochSecond())
                + TimeUnit.NANOSECONDS.toMicros(at.getNano());
    }

    static Instant instant(long micros) {
        return Instant.ofEpochSecond(
                Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1000);
    }
}
