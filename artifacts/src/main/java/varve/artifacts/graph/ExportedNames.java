package varve.artifacts.graph;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import varve.artifacts.engine.Complaint;
import varve.artifacts.tree.Tree;

/// Early errors about exports that the parser leaves to others in TypeScript: a name that is
/// exported twice, and an exported name that nothing declares.
final class ExportedNames {
    private final TopLevelNames declared;
    private final Set<String> values = new HashSet<>();

    private ExportedNames(TopLevelNames declared) {
        this.declared = declared;
    }

    static Optional<Complaint> flaw(JsonNode program) {
        var names = new ExportedNames(TopLevelNames.of(program));
        for (var statement : program.path("body")) {
            var flaw = names.flawOf(statement);
            if (flaw.isPresent()) {
                return flaw;
            }
        }
        return Optional.empty();
    }

    private Optional<Complaint> flawOf(JsonNode statement) {
        return switch (Tree.type(statement)) {
            case "ExportDefaultDeclaration" -> ofDefault(statement);
            case "ExportAllDeclaration" -> {
                var exported = statement.path("exported");
                yield exported.isObject() && !isType(statement)
                        ? once(name(exported), exported)
                        : Optional.empty();
            }
            case "ExportNamedDeclaration" -> {
                var declaration = statement.path("declaration");
                yield declaration.isObject() ? ofDeclaration(declaration) : ofClause(statement);
            }
            default -> Optional.empty();
        };
    }

    /// Overloads and interfaces may share the name.
    private Optional<Complaint> ofDefault(JsonNode statement) {
        return switch (Tree.type(statement.path("declaration"))) {
            case "TSDeclareFunction", "TSInterfaceDeclaration" -> Optional.empty();
            default -> once("default", statement);
        };
    }

    /// Only what cannot be declared in several pieces counts.
    private Optional<Complaint> ofDeclaration(JsonNode declaration) {
        switch (Tree.type(declaration)) {
            case "FunctionDeclaration", "ClassDeclaration" -> {
                var id = declaration.path("id");
                return once(name(id), id);
            }
            case "VariableDeclaration" -> {
                for (var name : TopLevelNames.bound(declaration)) {
                    var flaw = once(name, declaration);
                    if (flaw.isPresent()) {
                        return flaw;
                    }
                }
            }
            default -> {}
        }
        return Optional.empty();
    }

    private Optional<Complaint> ofClause(JsonNode statement) {
        var isLocal = !statement.path("source").isObject();
        for (var specifier : statement.path("specifiers")) {
            var local = specifier.path("local");
            if (isLocal && !declared.all().contains(name(local))) {
                return complaint("Export '%s' is not defined".formatted(name(local)), local);
            }
            var isValue = !isLocal || declared.values().contains(name(local));
            if (isValue && !isType(statement) && !isType(specifier)) {
                var flaw = once(name(specifier.path("exported")), specifier.path("exported"));
                if (flaw.isPresent()) {
                    return flaw;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Complaint> once(String name, JsonNode node) {
        return values.add(name)
                ? Optional.empty()
                : complaint("Duplicated export '%s'".formatted(name), node);
    }

    private static Optional<Complaint> complaint(String message, JsonNode node) {
        return Optional.of(new Complaint(message, Tree.start(node)));
    }

    private static boolean isType(JsonNode node) {
        return node.path("exportKind").asString("").equals("type");
    }

    private static String name(JsonNode node) {
        return node.has("name") ? node.path("name").asString("") : node.path("value").asString("");
    }
}
