package varve.eventlog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.ChainingConverter;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;
import varve.contract.Event;
import varve.contract.EventCatalogue;

/// Everything Axon stores, as JSON under names that outlive classes: facts by the catalogue, states
/// of subjects for snapshots, metadata, and positions.
final class EventSerializer implements Serializer {
    private static final SerializedType METADATA = new SimpleSerializedType("metadata", null);
    private static final SerializedType POSITION = new SimpleSerializedType("position", null);

    private static final TypeReference<Map<String, Object>> STRINGS = new TypeReference<>() {};

    private final ObjectMapper json = EventJson.mapper();
    private final Converter converter = new ChainingConverter();
    private final Upcasters upcasters;
    private final Map<SerializedType, Class<?>> states = new HashMap<>();

    EventSerializer(List<Subject<?, ?, ?>> subjects, Upcasters upcasters) {
        this.upcasters = upcasters;
        for (var subject : subjects) {
            states.put(stateType(subject), subject.stateType());
        }
    }

    private static SerializedType stateType(Subject<?, ?, ?> subject) {
        return new SimpleSerializedType(
                subject.name() + ".state",
                subject.stateRevision() + "-" + StateShape.of(subject.stateType()));
    }

    /// Whether a snapshot of this type is in the shape and meaning of today.
    boolean readsState(SerializedType type) {
        return states.containsKey(type);
    }

    @Override
    public <T> SerializedObject<T> serialize(@Nullable Object value, Class<T> representation) {
        var type = typeForClass(value == null ? null : value.getClass());
        var bytes = new SimpleSerializedObject<>(write(value, type), byte[].class, type);
        return converter.convert(bytes, representation);
    }

    private byte[] write(@Nullable Object value, SerializedType type) {
        try {
            var state = states.get(type);
            if (state != null) {
                return json.writerFor(state).writeValueAsBytes(value);
            }
            return json.writeValueAsBytes(
                    value instanceof GlobalSequenceTrackingToken token
                            ? token.getGlobalIndex()
                            : value);
        } catch (JacksonException e) {
            throw new SerializationException(type.getName() + " cannot be written", e);
        }
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> representation) {
        return converter.canConvert(byte[].class, representation);
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <S, T> @Nullable T deserialize(SerializedObject<S> stored) {
        var type = stored.getType();
        if (SerializedType.isEmptyType(type)) {
            return null;
        }
        var target = classForType(type);
        if (target == UnknownSerializedType.class) {
            return (T) new UnknownSerializedType(this, stored);
        }
        try {
            return (T) read(converter.convert(stored, byte[].class).getData(), type, target);
        } catch (JacksonException | IllegalArgumentException e) {
            throw new SerializationException(
                    "%s %s cannot be read".formatted(type.getName(), type.getRevision()), e);
        }
    }

    private Object read(byte[] bytes, SerializedType type, Class<?> target) {
        if (target == MetaData.class) {
            return MetaData.from(json.readValue(bytes, STRINGS));
        }
        if (target == GlobalSequenceTrackingToken.class) {
            return new GlobalSequenceTrackingToken(json.readValue(bytes, long.class));
        }
        if (!Event.class.isAssignableFrom(target)) {
            return json.readValue(bytes, target);
        }
        int present = EventCatalogue.of(target).revision();
        int revision = Integer.parseInt(type.getRevision());
        if (revision == present) {
            return json.readValue(bytes, target);
        }
        var payload = (ObjectNode) json.readTree(bytes);
        return json.treeToValue(
                upcasters.upcast(payload, type.getName(), revision, present), target);
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Class classForType(SerializedType type) {
        if (SerializedType.isEmptyType(type)) {
            return Void.class;
        }
        var state = states.get(type);
        if (state != null) {
            return state;
        }
        return switch (type.getName()) {
            case "metadata", "org.axonframework.messaging.MetaData" -> MetaData.class;
            case "position" -> GlobalSequenceTrackingToken.class;
            default ->
                    EventCatalogue.named(type.getName())
                            .<Class>map(EventCatalogue.Entry::type)
                            .orElse(UnknownSerializedType.class);
        };
    }

    @Override
    @SuppressWarnings("rawtypes")
    public SerializedType typeForClass(@Nullable Class type) {
        if (type == null || type == Void.class) {
            return SerializedType.emptyType();
        }
        if (type == MetaData.class) {
            return METADATA;
        }
        if (type == GlobalSequenceTrackingToken.class) {
            return POSITION;
        }
        if (Event.class.isAssignableFrom(type)) {
            var entry = EventCatalogue.of(type);
            return new SimpleSerializedType(entry.name(), String.valueOf(entry.revision()));
        }
        return states.entrySet().stream()
                .filter(state -> state.getValue().isAssignableFrom(type))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new SerializationException(type + " has no stored name"));
    }

    @Override
    public Converter getConverter() {
        return converter;
    }
}
