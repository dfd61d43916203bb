package varve.artifacts.outline;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import varve.artifacts.tree.Tree;

/// The names of values that an expression mentions, dotted, as JSR sees them: without the names
/// that functions in it have for their parameters, and without what stands in blocks.
final class Mentions {
    private final Set<String> names = new LinkedHashSet<>();
    private final Set<String> parameters = new HashSet<>();

    private Mentions() {}

    static Set<String> in(JsonNode expression) {
        var mentions = new Mentions();
        mentions.read(expression);
        mentions.names.removeIf(name -> mentions.parameters.contains(name.split("\\.", 2)[0]));
        return mentions.names;
    }

    private void read(JsonNode node) {
        switch (Tree.type(node)) {
            case "Identifier" -> names.add(Tree.name(node));
            case "MemberExpression" -> member(node);
            case "Property" -> {
                readIfComputed(node, "key");
                read(node.path("value"));
            }
            case "ArrowFunctionExpression", "FunctionExpression" -> {
                node.path("params").forEach(this::parameter);
                read(node.path("body"));
            }
            case "BlockStatement" -> {}
            default ->
                    node.forEach(child -> {
                        if (child.isContainer()) {
                            read(child);
                        }
                    });
        }
    }

    private void member(JsonNode node) {
        var dotted = Names.dotted(node);
        if (dotted.isEmpty()) {
            read(node.path("object"));
            readIfComputed(node, "property");
        } else {
            names.add(dotted);
        }
    }

    private void readIfComputed(JsonNode node, String part) {
        if (Tree.flag(node, "computed")) {
            read(node.path(part));
        }
    }

    private void parameter(JsonNode node) {
        if (Tree.is(node, "AssignmentPattern")) {
            parameter(node.path("left"));
            read(node.path("right"));
        } else {
            parameters.addAll(Mentions.in(node));
        }
    }
}
