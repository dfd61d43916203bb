package varve.artifacts.outline;

import java.util.ArrayDeque;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/// Reads nodes of a syntax tree (TS-ESTree). Walks without recursion: depth is the author's choice,
/// our stack is not.
final class Tree {
    private Tree() {}

    static String type(JsonNode node) {
        return node.path("type").asString("");
    }

    static boolean is(JsonNode node, String type) {
        return type(node).equals(type);
    }

    static boolean flag(JsonNode node, String name) {
        return node.path(name).asBoolean(false);
    }

    static int start(JsonNode node) {
        return node.path("start").asInt();
    }

    static int end(JsonNode node) {
        return node.path("end").asInt();
    }

    /// The type behind the colon of an annotation; a missing node if there is none.
    static JsonNode annotation(JsonNode node) {
        return node.path("typeAnnotation").path("typeAnnotation");
    }

    /// An identifier's name or a literal's value.
    static String name(JsonNode node) {
        return node.path("name").isString()
                ? node.path("name").asString()
                : node.path("value").asString("");
    }

    static List<JsonNode> list(JsonNode nodes) {
        return nodes.isArray() ? nodes.valueStream().toList() : List.of();
    }

    /// Visits objects with a `type` in no particular order.
    ///
    /// @param visitor says whether to go on into the node
    static void walk(JsonNode root, Predicate<JsonNode> visitor) {
        var open = new ArrayDeque<JsonNode>();
        open.push(root);
        while (!open.isEmpty()) {
            var node = open.pop();
            if (node.isObject() && node.has("type") && !visitor.test(node)) {
                continue;
            }
            for (var child : node) {
                if (child.isContainer()) {
                    open.push(child);
                }
            }
        }
    }
}
