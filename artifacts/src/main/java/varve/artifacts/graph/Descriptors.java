package varve.artifacts.graph;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import varve.artifacts.engine.Comment;
import varve.artifacts.engine.Parsed;
import varve.artifacts.graph.Descriptor.DynamicKind;
import varve.artifacts.graph.Descriptor.StaticKind;
import varve.artifacts.tree.Tree;

/// Finds what the code of a module names. What its comments name is in {@link Pragmas}.
final class Descriptors {
    private final String text;
    private final Leading leading;
    private final List<Descriptor> found = new ArrayList<>();

    private Descriptors(String text, List<Comment> comments) {
        this.text = text;
        this.leading = new Leading(text, comments);
    }

    /// In the order in which Deno lists them.
    static List<Descriptor> of(Parsed parsed, String text) {
        var descriptors = new Descriptors(text, parsed.comments());
        Traversal.walk(parsed.program().path("node"), descriptors::enter, descriptors::leave);
        return List.copyOf(descriptors.found);
    }

    private boolean enter(JsonNode node) {
        switch (Tree.type(node)) {
            case "ImportDeclaration" -> {
                clause(node, imported(node), node.path("specifiers").isEmpty());
                return false;
            }
            case "ExportAllDeclaration" -> {
                clause(node, exported(node), false);
                return false;
            }
            case "ExportNamedDeclaration" -> {
                if (node.path("source").isObject()) {
                    clause(node, exported(node), false);
                }
                return node.path("declaration").isObject() && !isRequire(node);
            }
            case "TSImportType" -> inType(node);
            case "TSImportEqualsDeclaration" -> require(node, StaticKind.IMPORT_EQUALS, node);
            case "TSModuleDeclaration" -> augmentation(node);
            default -> {}
        }
        return true;
    }

    private void leave(JsonNode node) {
        switch (Tree.type(node)) {
            case "ImportExpression" ->
                    dynamic(node, phase(node), node.path("source"), node.path("options"));
            case "CallExpression" -> {
                var callee = node.path("callee");
                var isRequire =
                        Tree.type(callee).equals("Identifier")
                                && callee.path("name").asString("").equals("require")
                                && !node.path("optional").asBoolean(false);
                var arguments = node.path("arguments");
                if (isRequire && !arguments.isEmpty()) {
                    dynamic(node, DynamicKind.REQUIRE, arguments.path(0), arguments.path(1));
                }
            }
            default -> {}
        }
    }

    /// `export import x = require("…")`, of which only the whole is listed.
    private boolean isRequire(JsonNode export) {
        var declaration = export.path("declaration");
        if (!Tree.type(declaration).equals("TSImportEqualsDeclaration")) {
            return false;
        }
        require(declaration, StaticKind.EXPORT_EQUALS, export);
        return true;
    }

    private void require(JsonNode node, StaticKind kind, JsonNode whole) {
        var isType = node.path("importKind").asString("").equals("type");
        var specifier = named(node.path("moduleReference").path("expression"));
        if (specifier != null) {
            add(
                    isType ? StaticKind.IMPORT_TYPE : kind,
                    specifier,
                    false,
                    new Attributes.None(),
                    whole);
        }
    }

    private void clause(JsonNode node, StaticKind kind, boolean sideEffect) {
        var specifier = named(node.path("source"));
        if (specifier == null) {
            return;
        }
        var isWritten =
                text.substring(specifier.end(), Tree.end(node)).stripLeading().startsWith("with");
        var attributes = Attributes.ofClause(node.path("attributes"), isWritten);
        found.add(
                new Descriptor.Static(
                        kind, specifier, false, sideEffect, attributes, types(Tree.start(node))));
    }

    private void inType(JsonNode node) {
        var specifier = named(node.path("source"));
        if (specifier != null) {
            var attributes = Attributes.ofOptions(node.path("options"));
            add(StaticKind.IMPORT_TYPE, specifier, true, attributes, node);
        }
    }

    private void augmentation(JsonNode node) {
        var name = named(node.path("id"));
        if (name == null) {
            return;
        }
        var said = name.text();
        var isPath = said.startsWith("./") || said.startsWith("../") || said.startsWith("/");
        if (isPath || said.indexOf('*') < 0) {
            add(StaticKind.AUGMENTATION, name, false, new Attributes.None(), node);
        }
    }

    private void add(
            StaticKind kind,
            Named specifier,
            boolean inType,
            Attributes attributes,
            JsonNode whole) {
        found.add(
                new Descriptor.Static(
                        kind, specifier, inType, false, attributes, types(Tree.start(whole))));
    }

    private void dynamic(JsonNode node, DynamicKind kind, JsonNode argument, JsonNode options) {
        found.add(
                new Descriptor.Dynamic(
                        kind,
                        Arguments.of(argument),
                        Tree.start(argument),
                        Tree.end(argument),
                        Attributes.ofOptions(options),
                        types(Tree.start(node))));
    }

    private @Nullable Named types(int start) {
        var comment = leading.before(start);
        return comment == null ? null : Pragmas.typesOfNext(comment);
    }

    private static StaticKind imported(JsonNode node) {
        if (node.path("importKind").asString("").equals("type")) {
            return StaticKind.IMPORT_TYPE;
        }
        return switch (node.path("phase").asString("")) {
            case "defer" -> StaticKind.IMPORT_DEFER;
            case "source" -> StaticKind.IMPORT_SOURCE;
            default -> StaticKind.IMPORT;
        };
    }

    private static StaticKind exported(JsonNode node) {
        return node.path("exportKind").asString("").equals("type")
                ? StaticKind.EXPORT_TYPE
                : StaticKind.EXPORT;
    }

    private static DynamicKind phase(JsonNode node) {
        return switch (node.path("phase").asString("")) {
            case "defer" -> DynamicKind.IMPORT_DEFER;
            case "source" -> DynamicKind.IMPORT_SOURCE;
            default -> DynamicKind.IMPORT;
        };
    }

    private static @Nullable Named named(JsonNode literal) {
        return Tree.type(literal).equals("Literal") && literal.path("value").isString()
                ? new Named(
                        literal.path("value").asString(),
                        Tree.start(literal),
                        Tree.end(literal),
                        true)
                : null;
    }
}
