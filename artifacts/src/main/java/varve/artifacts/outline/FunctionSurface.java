package varve.artifacts.outline;

import tools.jackson.databind.JsonNode;
import varve.artifacts.outline.Surface.Notes;
import varve.artifacts.tree.Bodies;
import varve.artifacts.tree.Tree;

/// Reads the surface of functions: parameters and what is returned.
final class FunctionSurface {
    private final Notes notes;

    FunctionSurface(Notes notes) {
        this.notes = notes;
    }

    /// @param name what a missing return type is blamed on
    void declared(JsonNode function, JsonNode name) {
        around(function);
        parameters(function);
        if (!isTyped(function)
                && (Tree.flag(function, "generator")
                        || (function.path("body").isObject() && !Bodies.isSilent(function)))) {
            notes.missingReturnType(name);
        }
    }

    /// @param kind `get`, `set`, or anything else
    void method(JsonNode function, JsonNode key, String kind) {
        if (kind.equals("set")) {
            around(function);
            parameters(function);
        } else if (kind.equals("get")) {
            around(function);
            if (!isTyped(function)) {
                notes.missingReturnType(key);
            }
        } else {
            declared(function, key);
        }
    }

    /// A function as a value.
    void expression(JsonNode function, JsonNode parent) {
        around(function);
        parameters(function);
        if (isTyped(function)) {
            return;
        }
        var body = function.path("body");
        if (Tree.is(body, "BlockStatement")) {
            if (Tree.flag(function, "generator") || !returnsNothing(body)) {
                notes.missingReturnType(parent);
            }
        } else if (!new Leaving(notes).stays(body, parent)) {
            notes.missingReturnType(parent);
        }
    }

    /// TypeScript says `never` of a function expression that only throws, so an empty body or a
    /// bare return has to show that it is `void`.
    private static boolean returnsNothing(JsonNode body) {
        return body.path("body").isEmpty()
                || (!Bodies.returnsValue(body) && Bodies.returnsBarely(body));
    }

    private void around(JsonNode function) {
        notes.uses(function.path("typeParameters"));
        notes.uses(function.path("returnType"));
    }

    private static boolean isTyped(JsonNode function) {
        return function.path("returnType").isObject();
    }

    void parameters(JsonNode function) {
        function.path("params").forEach(this::parameter);
    }

    private void parameter(JsonNode node) {
        if (Tree.is(node, "TSParameterProperty")) {
            parameter(node.path("parameter"));
            return;
        }
        var isDefaulted = Tree.is(node, "AssignmentPattern");
        var left = isDefaulted ? node.path("left") : node;
        var type = Tree.annotation(left);
        if (type.isObject()) {
            notes.uses(type);
        } else if (!isDefaulted || !new Leaving(notes).stays(node.path("right"), left)) {
            notes.missingType(left);
        }
    }
}
