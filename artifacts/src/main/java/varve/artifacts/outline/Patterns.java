package varve.artifacts.outline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import varve.artifacts.tree.Tree;

/// The names that `const { a, b: [c] } = …` declares.
final class Patterns {
    private Patterns() {}

    static List<JsonNode> names(JsonNode pattern) {
        var names = new ArrayList<JsonNode>();
        var open = new ArrayDeque<JsonNode>();
        open.push(pattern);
        while (!open.isEmpty()) {
            var node = open.pop();
            switch (Tree.type(node)) {
                case "Identifier" -> names.add(node);
                case "ObjectPattern" -> node.path("properties").forEach(open::push);
                case "ArrayPattern" -> node.path("elements").forEach(open::push);
                case "Property" -> open.push(node.path("value"));
                case "AssignmentPattern" -> open.push(node.path("left"));
                case "RestElement" -> open.push(node.path("argument"));
                default -> {}
            }
        }
        names.sort((a, b) -> Tree.start(a) - Tree.start(b));
        return names;
    }
}
