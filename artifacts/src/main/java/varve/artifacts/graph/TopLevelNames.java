package varve.artifacts.graph;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import varve.artifacts.tree.Tree;

/// Names that a module declares for all of its code.
///
/// @param values those of them that are certainly more than a type
record TopLevelNames(Set<String> all, Set<String> values) {

    static TopLevelNames of(JsonNode program) {
        var names = new TopLevelNames(new HashSet<>(), new HashSet<>());
        for (var statement : program.path("body")) {
            var declaration = statement.path("declaration");
            names.add(declaration.isObject() ? declaration : statement);
        }
        names.addHoisted(program);
        return names;
    }

    /// Names that a variable declaration binds.
    static Set<String> bound(JsonNode declaration) {
        var names = new HashSet<String>();
        var open = new ArrayDeque<JsonNode>();
        declaration.path("declarations").forEach(one -> open.push(one.path("id")));
        while (!open.isEmpty()) {
            var pattern = open.pop();
            switch (Tree.type(pattern)) {
                case "Identifier" -> names.add(pattern.path("name").asString(""));
                case "ObjectPattern" -> pattern.path("properties").forEach(open::push);
                case "ArrayPattern" -> pattern.path("elements").forEach(open::push);
                case "Property" -> open.push(pattern.path("value"));
                case "RestElement" -> open.push(pattern.path("argument"));
                case "AssignmentPattern" -> open.push(pattern.path("left"));
                default -> {}
            }
        }
        return names;
    }

    private void add(JsonNode statement) {
        switch (Tree.type(statement)) {
            case "ImportDeclaration" ->
                    statement.path("specifiers").forEach(one -> all.add(name(one.path("local"))));
            case "VariableDeclaration" -> {
                all.addAll(bound(statement));
                values.addAll(bound(statement));
            }
            case "FunctionDeclaration", "ClassDeclaration" -> {
                all.add(name(statement.path("id")));
                values.add(name(statement.path("id")));
            }
            default -> all.add(name(statement.path("id")));
        }
    }

    /// `var` in blocks and loops belongs to the module, too.
    private void addHoisted(JsonNode program) {
        Tree.walk(
                program,
                node ->
                        switch (Tree.type(node)) {
                            case "FunctionDeclaration",
                                    "FunctionExpression",
                                    "ArrowFunctionExpression",
                                    "ClassBody",
                                    "TSModuleBlock" ->
                                    false;
                            case "VariableDeclaration" -> {
                                if (node.path("kind").asString("").equals("var")) {
                                    all.addAll(bound(node));
                                    values.addAll(bound(node));
                                }
                                yield true;
                            }
                            default -> true;
                        });
    }

    /// Of `Fleet.Flag` the first part.
    private static String name(JsonNode id) {
        var first = id;
        while (first.path("left").isObject()) {
            first = first.path("left");
        }
        return first.path("name").asString("");
    }
}
