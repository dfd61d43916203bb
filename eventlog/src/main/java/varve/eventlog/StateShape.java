package varve.eventlog;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.CRC32;

/// A number that changes with the shape of a type: names and types of components, through all that
/// it consists of. Snapshots written in another shape are not read.
final class StateShape {
    private final StringBuilder text = new StringBuilder();
    private final Set<Type> seen = new HashSet<>();

    private StateShape() {}

    static String of(Class<?> type) {
        var shape = new StateShape();
        shape.add(type);
        var sum = new CRC32();
        sum.update(shape.text.toString().getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue());
    }

    private void add(Type type) {
        text.append(type.getTypeName()).append(' ');
        if (!seen.add(type)) {
            return;
        }
        switch (type) {
            case ParameterizedType generic -> {
                for (var argument : generic.getActualTypeArguments()) {
                    add(argument);
                }
            }
            case Class<?> raw when raw.isRecord() -> {
                for (var component : raw.getRecordComponents()) {
                    text.append(component.getName()).append(':');
                    add(component.getGenericType());
                }
            }
            case Class<?> raw when raw.isSealed() -> {
                for (var choice : raw.getPermittedSubclasses()) {
                    add(choice);
                }
            }
            default -> {}
        }
    }
}
