package varve.gateway.reference;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import varve.contract.Text;

/// Types as JSON schemas of OpenAPI 3.0. Records are named and described once.
final class Schemas {
    private final Map<String, Object> named = new TreeMap<>();
    private final Map<Class<?>, String> names = new LinkedHashMap<>();

    /// By name, as far as they have been asked for.
    Map<String, Object> named() {
        return named;
    }

    /// @param answer whether the registry writes it; then all of it is there, though perhaps null
    Map<String, Object> of(ResolvableType type, boolean answer) {
        Class<?> raw = type.resolve(Object.class);
        if (raw == Optional.class) {
            return nullable(of(type.getGeneric(0), answer));
        }
        if (Collection.class.isAssignableFrom(raw) || raw.isArray()) {
            var item = raw.isArray() ? type.getComponentType() : type.getGeneric(0);
            return Map.of("type", "array", "items", of(item, answer));
        }
        if (Map.class.isAssignableFrom(raw)) {
            var value = of(type.getGeneric(1), answer);
            return Map.of("type", "object", "additionalProperties", value);
        }
        if (raw.isRecord() && !Text.class.isAssignableFrom(raw) && !hasOwnForm(raw)) {
            return record(type, raw, answer);
        }
        return plain(raw);
    }

    static Map<String, Object> nullable(Map<String, Object> schema) {
        var also = new LinkedHashMap<String, Object>();
        if (schema.containsKey("$ref")) {
            also.put("allOf", List.of(schema));
        } else {
            also.putAll(schema);
        }
        also.put("nullable", true);
        return also;
    }

    private static Map<String, Object> plain(Class<?> raw) {
        if (raw == boolean.class || raw == Boolean.class) {
            return Map.of("type", "boolean");
        }
        if (raw == int.class || raw == Integer.class || raw == long.class || raw == Long.class) {
            return Map.of("type", "integer");
        }
        if (raw == double.class || raw == Double.class || raw == float.class) {
            return Map.of("type", "number");
        }
        if (raw == Instant.class) {
            return Map.of("type", "string", "format", "date-time");
        }
        if (raw.isEnum()) {
            var values = Arrays.stream(raw.getEnumConstants()).map(String::valueOf).toList();
            return Map.of("type", "string", "enum", values);
        }
        boolean text = CharSequence.class.isAssignableFrom(raw) || raw == UUID.class;
        return text ? Map.of("type", "string") : Map.of();
    }

    private Map<String, Object> record(ResolvableType type, Class<?> raw, boolean answer) {
        var name = name(type, raw);
        if (!named.containsKey(name)) {
            named.put(name, Map.of());
            named.put(name, described(type, raw, answer));
        }
        return Map.of("$ref", "#/components/schemas/" + name);
    }

    private Map<String, Object> described(ResolvableType type, Class<?> raw, boolean answer) {
        var properties = new LinkedHashMap<String, Object>();
        var required = new ArrayList<String>();
        boolean open = false;
        boolean sparse = raw.isAnnotationPresent(JsonInclude.class);
        for (var component : raw.getRecordComponents()) {
            if (annotation(component, JsonUnwrapped.class) != null) {
                open = true;
                continue;
            }
            if (annotation(component, JsonIgnore.class) != null) {
                continue;
            }
            var key = key(component);
            var schema =
                    annotation(component, JsonRawValue.class) != null
                            ? Map.<String, Object>of()
                            : of(part(type, component), answer);
            boolean absent = isNullable(component);
            properties.put(key, absent ? nullable(schema) : schema);
            if (answer && !(absent && sparse)) {
                required.add(key);
            }
        }
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", "object");
        schema.put("properties", properties);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        if (open) {
            schema.put("additionalProperties", true);
        }
        return schema;
    }

    private static ResolvableType part(ResolvableType owner, RecordComponent component) {
        return ResolvableType.forField(field(component), owner);
    }

    private static Field field(RecordComponent component) {
        try {
            return component.getDeclaringRecord().getDeclaredField(component.getName());
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String key(RecordComponent component) {
        var named = annotation(component, JsonProperty.class);
        return named == null || named.value().isEmpty() ? component.getName() : named.value();
    }

    /// Annotations of a component may stand on the field behind it or on its accessor.
    private static <A extends Annotation> @Nullable A annotation(
            RecordComponent component, Class<A> type) {
        var onAccessor = component.getAccessor().getAnnotation(type);
        return onAccessor == null ? field(component).getAnnotation(type) : onAccessor;
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static boolean hasOwnForm(Class<?> raw) {
        return Arrays.stream(raw.getMethods())
                .anyMatch(method -> method.isAnnotationPresent(JsonValue.class));
    }

    /// Two records may be called alike in different places.
    private String name(ResolvableType type, Class<?> raw) {
        if (type.hasGenerics()) {
            return raw.getSimpleName()
                    + "Of"
                    + type.getGeneric(0).resolve(Object.class).getSimpleName();
        }
        return names.computeIfAbsent(
                raw,
                _ -> {
                    var around = raw.getEnclosingClass();
                    var prefix = around == null ? raw.getPackageName() : around.getSimpleName();
                    return named.containsKey(raw.getSimpleName())
                            ? prefix.replace('.', '_') + raw.getSimpleName()
                            : raw.getSimpleName();
                });
    }
}
