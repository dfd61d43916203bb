package varve.command;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import varve.contract.Refusal;
import varve.contract.Refused;

/// A request that changes exactly one thing, as JSR's PATCH requests do; `null` is a value.
public record OneChange(String name, JsonNode value) {
    /// @param possible what may be changed
    /// @throws Refused unless exactly one of them is given
    public static OneChange of(Map<String, JsonNode> body, Set<String> possible) {
        if (body.size() != 1 || !possible.containsAll(body.keySet())) {
            var names = possible.stream().sorted().collect(Collectors.joining(", "));
            throw new Refused(new Refusal.Malformed("give exactly one of " + names));
        }
        var only = body.entrySet().iterator().next();
        return new OneChange(only.getKey(), only.getValue());
    }

    public boolean yes() {
        if (!value.isBoolean()) {
            throw mistyped("true or false");
        }
        return value.asBoolean();
    }

    public String text() {
        if (!value.isString()) {
            throw mistyped("a text");
        }
        return value.asString();
    }

    public @Nullable String textOrNull() {
        return value.isNull() ? null : text();
    }

    /// One of an enum's values, in lower case.
    public <E extends Enum<E>> E oneOf(Class<E> type) {
        for (var constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(text())) {
                return constant;
            }
        }
        throw mistyped(
                "one of " + Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT));
    }

    public Refused mistyped(String wanted) {
        return new Refused(new Refusal.Malformed("'" + name + "' is " + wanted));
    }
}
