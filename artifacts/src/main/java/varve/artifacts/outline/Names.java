package varve.artifacts.outline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import tools.jackson.databind.JsonNode;
import varve.artifacts.tree.Tree;

/// Names of types and values that a type mentions.
final class Names {

    /// @param text dotted: `ns.Name`; `import:./b.ts#Name` for a type that brings its module along
    record Name(String text, int start, int end) {}

    private Names() {}

    /// In no particular order. Names of type parameters mean nothing outside and are left out.
    static List<Name> in(JsonNode root) {
        var found = new ArrayList<Name>();
        var parameters = new HashSet<String>();
        Tree.walk(
                root,
                node ->
                        switch (Tree.type(node)) {
                            case "TSTypeParameter" -> {
                                parameters.add(Tree.name(node.path("name")));
                                yield true;
                            }
                            case "TSMappedType" -> {
                                parameters.add(Tree.name(node.path("key")));
                                yield true;
                            }
                            case "TSTypeReference" -> add(found, node.path("typeName"));
                            case "TSTypeQuery" -> add(found, node.path("exprName"));
                            case "TSClassImplements", "TSInterfaceHeritage" ->
                                    add(found, node.path("expression"));
                            case "TSImportType" -> addImport(found, node);
                            case "BlockStatement" -> false;
                            default -> true;
                        });
        found.removeIf(name -> parameters.contains(name.text()));
        return found;
    }

    /// @return true, for the visitor to go on
    static boolean add(List<Name> found, JsonNode node) {
        var text = dotted(node);
        if (!text.isEmpty()) {
            found.add(new Name(text, Tree.start(node), Tree.end(node)));
        }
        return true;
    }

    private static boolean addImport(List<Name> found, JsonNode node) {
        var qualifier = node.path("qualifier");
        var name = dotted(qualifier);
        if (!name.isEmpty()) {
            var text = "import:" + Tree.name(node.path("source")) + "#" + name;
            found.add(new Name(text, Tree.start(qualifier), Tree.end(qualifier)));
        }
        return true;
    }

    /// `a.b.c`, of whatever kind of node; empty when it is something else.
    static String dotted(JsonNode node) {
        var parts = new ArrayList<String>();
        var at = node;
        while (Tree.is(at, "TSQualifiedName") || isPlainMember(at)) {
            var isType = Tree.is(at, "TSQualifiedName");
            parts.addFirst(Tree.name(at.path(isType ? "right" : "property")));
            at = at.path(isType ? "left" : "object");
        }
        if (!Tree.is(at, "Identifier")) {
            return "";
        }
        parts.addFirst(Tree.name(at));
        return String.join(".", parts);
    }

    private static boolean isPlainMember(JsonNode node) {
        return Tree.is(node, "MemberExpression") && !Tree.flag(node, "computed");
    }
}
