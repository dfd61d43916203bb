package varve.eventlog;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.module.SimpleSerializers;
import varve.contract.Text;

/// Writes every {@link Text} as its text, also as a key, and reads it through its `of(String)`.
/// NUL, which clients can send and PostgreSQL takes for no character of a text, is written as the
/// replacement character.
final class TextModule extends SimpleModule {
    private static final char REPLACED = '\uFFFD';

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.addSerializers(
                new SimpleSerializers()
                        .addSerializer(Text.class, new Written())
                        .addSerializer(String.class, new WrittenWithoutNul()));
        context.addKeySerializers(
                new SimpleSerializers().addSerializer(Text.class, new WrittenAsKey()));
        context.addDeserializers(new Readers());
        context.addKeyDeserializers((type, _, _) ->
                isText(type.getRawClass()) ? new ReadAsKey(type.getRawClass()) : null);
    }

    private static boolean isText(Class<?> type) {
        return Text.class.isAssignableFrom(type) && type != Text.class;
    }

    private static Method factory(Class<?> type) {
        try {
            return type.getMethod("of", String.class);
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(type + " has no of(String)", e);
        }
    }

    private static Object read(Method factory, String text, DeserializationContext context) {
        try {
            return factory.invoke(null, text);
        } catch (InvocationTargetException e) {
            throw DatabindException.from(
                    context, "'%s' is no %s".formatted(text, factory.getDeclaringClass()), e);
        } catch (IllegalAccessException e) {
            throw new IllegalArgumentException(factory + " is not public", e);
        }
    }

    private static final class Written extends ValueSerializer<Text> {
        @Override
        public void serialize(Text value, JsonGenerator json, SerializationContext context) {
            json.writeString(value.text());
        }
    }

    private static final class WrittenWithoutNul extends ValueSerializer<String> {
        @Override
        public void serialize(String value, JsonGenerator json, SerializationContext context) {
            json.writeString(value.replace('\0', REPLACED));
        }
    }

    private static final class WrittenAsKey extends ValueSerializer<Text> {
        @Override
        public void serialize(Text value, JsonGenerator json, SerializationContext context) {
            json.writeName(value.text());
        }
    }

    private static final class Readers extends Deserializers.Base {
        @Override
        public @Nullable ValueDeserializer<?> findBeanDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
            return isText(type.getRawClass()) ? new Read(type.getRawClass()) : null;
        }

        @Override
        public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
            return isText(type);
        }
    }

    private static final class Read extends ValueDeserializer<Object> {
        private final Method factory;

        Read(Class<?> type) {
            factory = factory(type);
        }

        @Override
        public Object deserialize(JsonParser json, DeserializationContext context) {
            return read(factory, json.getValueAsString(), context);
        }
    }

    private static final class ReadAsKey extends KeyDeserializer {
        private final Method factory;

        ReadAsKey(Class<?> type) {
            factory = factory(type);
        }

        @Override
        public Object deserializeKey(String key, DeserializationContext context) {
            return read(factory, key, context);
        }
    }
}
