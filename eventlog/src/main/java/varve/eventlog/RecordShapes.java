package varve.eventlog;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.lang.reflect.Constructor;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.jsontype.NamedType;

/// Reads from the types themselves what other programs say with annotations: a value declared as a
/// sealed interface carries `is`, and a component that is not `@Nullable` must be there.
final class RecordShapes extends JacksonAnnotationIntrospector {
    private static final JsonTypeInfo.Value IS =
            JsonTypeInfo.Value.construct(
                    JsonTypeInfo.Id.NAME, JsonTypeInfo.As.PROPERTY, "is", null, false, true);

    @Override
    public JsonTypeInfo.@Nullable Value findPolymorphicTypeInfo(
            MapperConfig<?> config, Annotated annotated) {
        return isChoice(annotated) ? IS : super.findPolymorphicTypeInfo(config, annotated);
    }

    @Override
    public @Nullable List<NamedType> findSubtypes(MapperConfig<?> config, Annotated annotated) {
        if (!isChoice(annotated)) {
            return super.findSubtypes(config, annotated);
        }
        return choices(annotated.getRawType())
                .map(choice -> new NamedType(choice, Kebab.of(choice)))
                .toList();
    }

    @Override
    public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
        if (member instanceof AnnotatedParameter parameter
                && parameter.getOwner().getAnnotated() instanceof Constructor<?> constructor
                && constructor.getDeclaringClass().isRecord()) {
            var type = constructor.getAnnotatedParameterTypes()[parameter.getIndex()];
            return !type.isAnnotationPresent(Nullable.class);
        }
        return super.hasRequiredMarker(config, member);
    }

    private static boolean isChoice(Annotated annotated) {
        return annotated instanceof AnnotatedClass
                && annotated.getRawType().isInterface()
                && annotated.getRawType().isSealed();
    }

    private static Stream<Class<?>> choices(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(RecordShapes::choices)
                : Stream.of(type);
    }
}
