package varve.artifacts.graph;

import java.util.concurrent.atomic.AtomicBoolean;
import tools.jackson.databind.JsonNode;
import varve.artifacts.tree.Tree;

/// What only a module may contain besides imports and exports.
final class ModuleSyntax {
    private ModuleSyntax() {}

    /// Whether there is `import.meta` anywhere, or `await` outside of functions.
    static boolean isIn(JsonNode program) {
        var found = new AtomicBoolean();
        Tree.walk(
                program,
                node -> {
                    found.compareAndSet(false, isModuleOnly(node));
                    return !found.get();
                });
        if (!found.get()) {
            Tree.walk(
                    program,
                    node -> {
                        found.compareAndSet(false, isAwait(node));
                        return !found.get() && !isFunction(node);
                    });
        }
        return found.get();
    }

    private static boolean isModuleOnly(JsonNode node) {
        return switch (Tree.type(node)) {
            case "MetaProperty" -> node.path("meta").path("name").asString("").equals("import");
            case "TSNamespaceExportDeclaration" -> true;
            default -> false;
        };
    }

    private static boolean isAwait(JsonNode node) {
        return switch (Tree.type(node)) {
            case "AwaitExpression" -> true;
            case "ForOfStatement" -> node.path("await").asBoolean(false);
            case "VariableDeclaration" -> node.path("kind").asString("").equals("await using");
            default -> false;
        };
    }

    private static boolean isFunction(JsonNode node) {
        return switch (Tree.type(node)) {
            case "FunctionDeclaration",
                    "FunctionExpression",
                    "ArrowFunctionExpression",
                    "StaticBlock" ->
                    true;
            case "PropertyDefinition" -> true;
            default -> false;
        };
    }
}
