package varve.artifacts.graph;

import java.util.ArrayList;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import varve.artifacts.graph.Descriptor.Argument;
import varve.artifacts.tree.Tree;

/// Reads what a dynamic import is given, as far as it is written down.
final class Arguments {
    private Arguments() {}

    static Argument of(JsonNode node) {
        return switch (Tree.type(node)) {
            case "Literal" ->
                    node.path("value").isString()
                            ? new Argument.Plain(node.path("value").asString())
                            : new Argument.Computed();
            case "TemplateLiteral" -> template(node);
            case "BinaryExpression" -> sum(node);
            default -> new Argument.Computed();
        };
    }

    private static Argument template(JsonNode node) {
        var quasis = node.path("quasis");
        var expressions = node.path("expressions");
        if (expressions.isEmpty()) {
            return new Argument.Plain(cooked(quasis.path(0)));
        }
        var parts = new ArrayList<Optional<String>>();
        for (int i = 0; i < quasis.size(); i++) {
            var text = cooked(quasis.path(i));
            if (!text.isEmpty()) {
                parts.add(Optional.of(text));
            }
            if (i < expressions.size()) {
                parts.add(Optional.empty());
            }
        }
        return new Argument.Template(parts);
    }

    private static String cooked(JsonNode quasi) {
        return quasi.path("value").path("cooked").asString("");
    }

    /// `"./" + name + ".ts"`: must begin with a text and be nothing but sums.
    private static Argument sum(JsonNode node) {
        var parts = new ArrayList<Optional<String>>();
        var left = node;
        while (Tree.type(left).equals("BinaryExpression")) {
            if (!left.path("operator").asString("").equals("+")) {
                return new Argument.Computed();
            }
            parts.add(text(left.path("right")));
            left = left.path("left");
        }
        var first = text(left);
        if (first.isEmpty()) {
            return new Argument.Computed();
        }
        parts.add(first);
        return new Argument.Template(parts.reversed());
    }

    private static Optional<String> text(JsonNode node) {
        return Tree.type(node).equals("Literal") && node.path("value").isString()
                ? Optional.of(node.path("value").asString())
                : Optional.empty();
    }
}
