package varve.artifacts.graph;

import java.util.ArrayDeque;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/// Walks a syntax tree without recursion: depth is the author's choice, our stack is not.
final class Nodes {
    private Nodes() {}

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

    static String type(JsonNode node) {
        return node.path("type").asString("");
    }

    static int start(JsonNode node) {
        return node.path("start").asInt();
    }

    static int end(JsonNode node) {
        return node.path("end").asInt();
    }
}
