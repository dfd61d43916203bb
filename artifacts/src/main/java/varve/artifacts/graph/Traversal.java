package varve.artifacts.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import varve.artifacts.tree.Tree;

/// Walks a syntax tree in the order in which Deno's parser keeps its parts, which is not everywhere
/// that of the text, so that lists made on the way come out in Deno's order. Without recursion:
/// depth is the author's choice, our stack is not.
final class Traversal {
    private static final List<String> FUNCTION =
            List.of("id", "params", "body", "typeParameters", "returnType");
    private static final List<String> CLASS =
            List.of(
                    "id",
                    "decorators",
                    "body",
                    "superClass",
                    "typeParameters",
                    "superTypeArguments",
                    "implements");
    private static final List<String> PROPERTY =
            List.of("key", "value", "typeAnnotation", "decorators");
    private static final List<String> CALL = List.of("callee", "arguments", "typeArguments");
    private static final List<String> SIGNATURE =
            List.of("key", "params", "returnType", "typeParameters");

    /// For nodes whose order is not that of the text.
    private static final Map<String, List<String>> ORDER =
            Map.ofEntries(
                    Map.entry("FunctionDeclaration", FUNCTION),
                    Map.entry("FunctionExpression", FUNCTION),
                    Map.entry("TSDeclareFunction", FUNCTION),
                    Map.entry("TSEmptyBodyFunctionExpression", FUNCTION),
                    Map.entry("ArrowFunctionExpression", FUNCTION),
                    Map.entry("ClassDeclaration", CLASS),
                    Map.entry("ClassExpression", CLASS),
                    Map.entry("PropertyDefinition", PROPERTY),
                    Map.entry("AccessorProperty", PROPERTY),
                    Map.entry("MethodDefinition", List.of("key", "decorators", "value")),
                    Map.entry("CallExpression", CALL),
                    Map.entry("NewExpression", CALL),
                    Map.entry("DoWhileStatement", List.of("test", "body")),
                    Map.entry("TSTypeAssertion", List.of("expression", "typeAnnotation")),
                    Map.entry("TSMethodSignature", SIGNATURE),
                    Map.entry("TSCallSignatureDeclaration", SIGNATURE),
                    Map.entry("TSConstructSignatureDeclaration", SIGNATURE),
                    Map.entry("TSFunctionType", List.of("params", "typeParameters", "returnType")),
                    Map.entry(
                            "TSConstructorType", List.of("params", "typeParameters", "returnType")),
                    Map.entry("TaggedTemplateExpression", List.of("tag", "typeArguments", "quasi")),
                    Map.entry("TemplateLiteral", List.of("expressions", "quasis")));

    private Traversal() {}

    private record Step(JsonNode node, boolean leaving) {}

    /// @param enter told of each node before its parts; says whether to go on into them
    /// @param leave told of each node that was gone into, after its parts
    static void walk(JsonNode root, Predicate<JsonNode> enter, Consumer<JsonNode> leave) {
        var open = new ArrayDeque<Step>();
        open.push(new Step(root, false));
        while (!open.isEmpty()) {
            var step = open.pop();
            if (step.leaving()) {
                leave.accept(step.node());
                continue;
            }
            var isNode = step.node().has("type");
            if (isNode && !enter.test(step.node())) {
                continue;
            }
            if (isNode) {
                open.push(new Step(step.node(), true));
            }
            var parts = parts(step.node());
            for (int i = parts.size() - 1; i >= 0; i--) {
                open.push(new Step(parts.get(i), false));
            }
        }
    }

    private static List<JsonNode> parts(JsonNode node) {
        var parts = new ArrayList<JsonNode>();
        var order = node.isObject() ? ORDER.get(Tree.type(node)) : null;
        if (order == null) {
            node.valueStream().filter(JsonNode::isContainer).forEach(parts::add);
        } else {
            order.stream().map(node::path).filter(JsonNode::isContainer).forEach(parts::add);
        }
        return parts;
    }
}
