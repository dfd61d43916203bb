package varve.artifacts.tree;

import java.util.ArrayDeque;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/// Reads nodes of a syntax tree (TS-ESTree). Walks without recursion: depth is the author's choice,
/// our stack is not.
public final class Tree {
    private Tree() {}

    public static String type(JsonNode node) {
        return node.path("type").asString("");
    }

    public static boolean is(JsonNode node, String type) {
        return type(node).equals(type);
    }

    public static boolean flag(JsonNode node, String name) {
        return node.path(name).asBoolean(false);
    }

    public static int start(JsonNode node) {
        return node.path("start").asInt();
    }

    public static int end(JsonNode node) {
        return node.path("end").asInt();
    }

    /// The type behind the colon of an annotation; a missing node if there is none.
    public static JsonNode annotation(JsonNode node) {
        return node.path("typeAnnotation").path("typeAnnotation");
    }

    /// An identifier's name or a literal's value.
    public static String name(JsonNode node) {
        return node.path("name").isString()
                ? node.path("name").asString()
                : node.path("value").asString("");
    }

    public static List<JsonNode> list(JsonNode nodes) {
        return nodes.isArray() ? nodes.valueStream().toList() : List.of();
    }

    /// Visits objects with a `type` in no particular order.
    ///
    /// @param visitor says whether to go on into the node
    public static void walk(JsonNode root, Predicate<JsonNode> visitor) {
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
