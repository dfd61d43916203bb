package varve.artifacts.graph;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import varve.artifacts.tree.Tree;

/// What follows `with`, as far as it can be known without running the program (deno_graph's terms).
sealed interface Attributes {

    /// Nothing follows.
    record None() implements Attributes {}

    /// Something that only the program knows.
    record Unknown() implements Attributes {}

    /// The keys are known, and those values that are plain strings.
    record Known(Map<String, Optional<String>> values) implements Attributes {}

    /// The `type`, empty when there is none that is known.
    default String type() {
        return switch (this) {
            case Known(var values) -> values.getOrDefault("type", Optional.empty()).orElse("");
            case None _, Unknown _ -> "";
        };
    }

    /// Those of a static import or export.
    ///
    /// @param written whether the keyword is there, even with nothing in the braces
    static Attributes ofClause(JsonNode attributes, boolean written) {
        if (attributes.isEmpty() && !written) {
            return new None();
        }
        var values = new LinkedHashMap<String, Optional<String>>();
        for (var attribute : attributes) {
            text(attribute.path("value"))
                    .ifPresent(text -> values.put(name(attribute), Optional.of(text)));
        }
        return new Known(values);
    }

    /// Those in the second argument of a dynamic import or of an import type.
    static Attributes ofOptions(JsonNode options) {
        if (options.isNull() || options.isMissingNode()) {
            return new None();
        }
        if (!Tree.type(options).equals("ObjectExpression") || !isPlain(options)) {
            return new Unknown();
        }
        Attributes found = new None();
        boolean hasWith = false;
        for (var property : options.path("properties")) {
            var key = name(property);
            if (key.equals("with") || (key.equals("assert") && !hasWith)) {
                hasWith = key.equals("with");
                found = ofObject(property.path("value"));
                if (found instanceof Unknown) {
                    return found;
                }
            }
        }
        return found;
    }

    private static Attributes ofObject(JsonNode object) {
        if (!Tree.type(object).equals("ObjectExpression") || !isPlain(object)) {
            return new Unknown();
        }
        var values = new LinkedHashMap<String, Optional<String>>();
        for (var property : object.path("properties")) {
            values.put(name(property), text(property.path("value")));
        }
        return new Known(values);
    }

    /// Whether every key of an object is written down and has a value of its own.
    private static boolean isPlain(JsonNode object) {
        return object.path("properties").valueStream().allMatch(Attributes::isPlainProperty);
    }

    private static boolean isPlainProperty(JsonNode property) {
        return Tree.type(property).equals("Property")
                && property.path("kind").asString("").equals("init")
                && !property.path("computed").asBoolean(false)
                && !property.path("shorthand").asBoolean(false)
                && !property.path("method").asBoolean(false)
                && (property.path("key").has("name")
                        || property.path("key").path("value").isString());
    }

    private static String name(JsonNode keyed) {
        var key = keyed.path("key");
        return key.has("name") ? key.path("name").asString("") : key.path("value").asString("");
    }

    private static Optional<String> text(JsonNode node) {
        var value = node.path("value");
        return Tree.type(node).equals("Literal") && value.isString()
                ? Optional.of(value.asString())
                : Optional.empty();
    }
}
