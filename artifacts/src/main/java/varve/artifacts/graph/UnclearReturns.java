package varve.artifacts.graph;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import tools.jackson.databind.JsonNode;
import varve.artifacts.tree.Bodies;
import varve.artifacts.tree.Tree;

/// Exported functions that return something now and then and do not say what. The quick printer of
/// declarations believes the one `return` that it understands, also where a function may end
/// without it, so such modules are left to inference.
final class UnclearReturns {
    private final Set<String> exported = new HashSet<>();
    private final AtomicBoolean found = new AtomicBoolean();

    private UnclearReturns() {}

    static boolean in(JsonNode program) {
        var returns = new UnclearReturns();
        program.path("body").forEach(returns::collect);
        program.path("body").forEach(returns::look);
        return returns.found.get();
    }

    private void collect(JsonNode statement) {
        for (var specifier : statement.path("specifiers")) {
            exported.add(specifier.path("local").path("name").asString(""));
        }
    }

    private void look(JsonNode statement) {
        switch (Tree.type(statement)) {
            case "ExportNamedDeclaration", "ExportDefaultDeclaration" ->
                    Tree.walk(statement.path("declaration"), this::visit);
            case "FunctionDeclaration", "ClassDeclaration" -> {
                if (isExported(statement)) {
                    Tree.walk(statement, this::visit);
                }
            }
            case "VariableDeclaration" -> {
                for (var declarator : statement.path("declarations")) {
                    if (isExported(declarator)) {
                        Tree.walk(declarator, this::visit);
                    }
                }
            }
            default -> {}
        }
    }

    private boolean isExported(JsonNode declared) {
        return exported.contains(declared.path("id").path("name").asString(""));
    }

    /// Bodies are left out: nobody sees into them.
    private boolean visit(JsonNode node) {
        switch (Tree.type(node)) {
            case "FunctionDeclaration", "ArrowFunctionExpression", "FunctionExpression" ->
                    consider(node);
            case "MethodDefinition", "PropertyDefinition" -> {
                return !node.path("accessibility").asString("").equals("private");
            }
            case "VariableDeclarator" -> {
                return !node.path("id").has("typeAnnotation")
                        || node.path("id").path("typeAnnotation").isNull();
            }
            case "BlockStatement" -> {
                return false;
            }
            default -> {}
        }
        return !found.get();
    }

    private void consider(JsonNode function) {
        var body = function.path("body");
        var isUnclear =
                function.path("returnType").isNull()
                        && Tree.type(body).equals("BlockStatement")
                        && !isOneReturn(body)
                        && Bodies.returnsValue(body);
        if (isUnclear) {
            found.set(true);
        }
    }

    private static boolean isOneReturn(JsonNode body) {
        var statements = body.path("body");
        return statements.size() == 1 && Tree.type(statements.path(0)).equals("ReturnStatement");
    }
}
