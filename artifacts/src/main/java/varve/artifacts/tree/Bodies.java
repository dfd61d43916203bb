package varve.artifacts.tree;

import java.util.concurrent.atomic.AtomicBoolean;
import tools.jackson.databind.JsonNode;

/// Looks into the bodies of functions, as little as possible.
public final class Bodies {
    private Bodies() {}

    /// Whether a function has a body that never returns a value.
    public static boolean isSilent(JsonNode function) {
        var body = function.path("body");
        return Tree.is(body, "BlockStatement") && !returnsValue(body);
    }

    public static boolean returnsValue(JsonNode body) {
        return returns(body, true);
    }

    /// Whether there is a `return;`.
    public static boolean returnsBarely(JsonNode body) {
        return returns(body, false);
    }

    private static boolean returns(JsonNode body, boolean value) {
        var found = new AtomicBoolean();
        Tree.walk(
                body,
                node ->
                        switch (Tree.type(node)) {
                            case "FunctionDeclaration",
                                    "FunctionExpression",
                                    "ArrowFunctionExpression",
                                    "ClassBody" ->
                                    false;
                            case "ReturnStatement" -> {
                                if (node.path("argument").isObject() == value) {
                                    found.set(true);
                                }
                                yield false;
                            }
                            default -> !found.get();
                        });
        return found.get();
    }
}
