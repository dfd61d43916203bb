package varve.artifacts.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import varve.artifacts.tree.Bodies;
import varve.artifacts.tree.Tree;

/// Functions that return nothing and do not say so: declarations need it in writing, and no
/// inference is needed to know it (the rule of JSR's fast check).
final class SilentReturns {
    private final String text;
    private final List<Edit> edits = new ArrayList<>();

    private SilentReturns(String text) {
        this.text = text;
    }

    static List<Edit> of(JsonNode program, String text) {
        var returns = new SilentReturns(text);
        Tree.walk(program, returns::visit);
        return List.copyOf(returns.edits);
    }

    /// What is declared inside a function cannot be seen from outside, so bodies are left out.
    private boolean visit(JsonNode node) {
        switch (Tree.type(node)) {
            case "FunctionDeclaration" -> consider(node, body -> true);
            case "ArrowFunctionExpression", "FunctionExpression" ->
                    consider(node, body -> !endsInThrow(body));
            case "MethodDefinition" -> {
                if (node.path("kind").asString("").equals("method")) {
                    consider(node.path("value"), body -> true);
                }
                return false;
            }
            case "Property" -> {
                return node.path("kind").asString("").equals("init");
            }
            case "BlockStatement" -> {
                return false;
            }
            default -> {}
        }
        return true;
    }

    private void consider(JsonNode function, Predicate<JsonNode> rule) {
        var body = function.path("body");
        if (!function.path("returnType").isNull()
                || function.path("generator").asBoolean(false)
                || !Tree.type(body).equals("BlockStatement")
                || !rule.test(body)
                || Bodies.returnsValue(body)) {
            return;
        }
        var type = function.path("async").asBoolean(false) ? ": Promise<void>" : ": void";
        bracket(function, Tree.start(body))
                .ifPresent(at -> edits.add(new Edit(at + 1, at + 1, type)));
    }

    /// TypeScript says `never` of such a function expression, so nothing is claimed about it.
    private static boolean endsInThrow(JsonNode body) {
        var statements = body.path("body");
        return Tree.type(statements.path(statements.size() - 1)).equals("ThrowStatement");
    }

    /// The bracket that closes the parameters; an arrow function can do without.
    private Optional<Integer> bracket(JsonNode function, int end) {
        int at = afterParameters(function);
        while (at < end) {
            if (text.startsWith("/*", at)) {
                at = text.indexOf("*/", at) + 2;
            } else if (text.startsWith("//", at)) {
                at = text.indexOf('\n', at) + 1;
            } else if (text.charAt(at) == ')') {
                return Optional.of(at);
            } else {
                at++;
            }
        }
        return Optional.empty();
    }

    private static int afterParameters(JsonNode function) {
        var parameters = function.path("params");
        if (!parameters.isEmpty()) {
            return Tree.end(parameters.path(parameters.size() - 1));
        }
        var types = function.path("typeParameters");
        if (types.isObject()) {
            return Tree.end(types);
        }
        var id = function.path("id");
        return id.isObject() ? Tree.end(id) : Tree.start(function);
    }
}
