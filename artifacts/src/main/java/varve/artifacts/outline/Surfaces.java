package varve.artifacts.outline;

import tools.jackson.databind.JsonNode;
import varve.artifacts.outline.Surface.Notes;
import varve.artifacts.tree.Tree;

/// Reads the surface of declarations.
final class Surfaces {
    private Surfaces() {}

    static Surface of(JsonNode node, Source source) {
        var notes = new Notes(source);
        switch (Tree.type(node)) {
            case "FunctionDeclaration", "TSDeclareFunction" ->
                    new FunctionSurface(notes)
                            .declared(node, node.path("id").isObject() ? node.path("id") : node);
            case "ClassDeclaration", "ClassExpression" -> new ClassSurface(notes).read(node);
            case "VariableDeclarator" -> variable(node, notes);
            case "TSInterfaceDeclaration", "TSTypeAliasDeclaration" -> notes.uses(node);
            case "TSEnumDeclaration" ->
                    node.path("body")
                            .path("members")
                            .forEach(member ->
                                    new Leaving(notes).stays(member.path("initializer"), member));
            default -> {}
        }
        return notes.surface();
    }

    /// `export default 1 + 1;`
    static Surface ofValue(JsonNode value, JsonNode statement, Source source) {
        var notes = new Notes(source);
        if (!new Leaving(notes).stays(value, value)) {
            notes.slow(
                    "unsupported-default-export-expr",
                    "default export expression was too complex",
                    statement);
        }
        return notes.surface();
    }

    /// `const { a } = b;`
    static Surface ofPattern(JsonNode pattern, Source source) {
        var notes = new Notes(source);
        notes.slow(
                "unsupported-destructuring",
                "found destructuring, which is not supported in the public API",
                pattern);
        return notes.surface();
    }

    private static void variable(JsonNode node, Notes notes) {
        var name = node.path("id");
        var type = Tree.annotation(name);
        if (type.isObject()) {
            notes.uses(type);
        } else if (!new Leaving(notes).stays(node.path("init"), name)) {
            notes.missingType(name);
        }
    }
}
