package varve.artifacts.outline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import varve.artifacts.outline.Outline.Declared;
import varve.artifacts.outline.Outline.Export;
import varve.artifacts.outline.Outline.Imported;
import varve.artifacts.tree.Tree;
import varve.contract.docs.Declaration.Kind;
import varve.contract.docs.Doc;

/// Reads the statements of a module or of a namespace, in order.
final class Statements {
    private final Source source;
    private final boolean ambient;
    private final Declarations declarations;
    private final List<Declared> declared = new ArrayList<>();
    private final Map<String, Imported> imports = new LinkedHashMap<>();
    private final List<Export> exports = new ArrayList<>();

    /// @param ambient whether everything declared is exported, as in `declare namespace`
    Statements(Source source, boolean ambient) {
        this.source = source;
        this.ambient = ambient;
        this.declarations = new Declarations(source);
    }

    Map<String, Imported> imports() {
        return imports;
    }

    List<Export> exports() {
        return exports;
    }

    /// Without the functions that stand behind overloads, which nobody can call as they are.
    List<Declared> declared() {
        var overloaded = new HashSet<String>();
        var kept = new ArrayList<Declared>();
        for (var each : declared) {
            if (each.declaration().kind() == Kind.FUNCTION && isOverload(each)) {
                overloaded.add(each.name());
            }
        }
        for (var each : declared) {
            var isBehind =
                    each.declaration().kind() == Kind.FUNCTION
                            && !isOverload(each)
                            && overloaded.contains(each.name());
            if (!isBehind) {
                kept.add(each);
            }
        }
        return kept;
    }

    private boolean isOverload(Declared each) {
        return declarations.isBodiless(each);
    }

    void read(JsonNode node) {
        switch (Tree.type(node)) {
            case "ImportDeclaration" -> imported(node);
            case "ExportNamedDeclaration" -> exported(node);
            case "ExportDefaultDeclaration" -> exportedByDefault(node);
            case "ExportAllDeclaration" -> exportedAll(node);
            case "TSImportEqualsDeclaration" -> alias(node);
            default -> declare(node, source.docBefore(node), ambient);
        }
    }

    private void imported(JsonNode node) {
        var from = Tree.name(node.path("source"));
        for (var each : node.path("specifiers")) {
            var name =
                    switch (Tree.type(each)) {
                        case "ImportDefaultSpecifier" -> "default";
                        case "ImportNamespaceSpecifier" -> "*";
                        default -> Tree.name(each.path("imported"));
                    };
            imports.put(Tree.name(each.path("local")), new Imported(from, name));
        }
    }

    private void exported(JsonNode node) {
        if (node.path("declaration").isObject()) {
            declare(node.path("declaration"), source.docBefore(node), true);
            return;
        }
        var from = Tree.name(node.path("source"));
        for (var each : node.path("specifiers")) {
            var local = Tree.name(each.path("local"));
            var name = Tree.name(each.path("exported"));
            exports.add(
                    from.isEmpty()
                            ? new Export.Local(name, local)
                            : new Export.From(name, from, local, Tree.start(node)));
        }
    }

    private void exportedAll(JsonNode node) {
        var from = Tree.name(node.path("source"));
        var name = Tree.name(node.path("exported"));
        exports.add(
                name.isEmpty()
                        ? new Export.All(from)
                        : new Export.From(name, from, "*", Tree.start(node)));
    }

    private void exportedByDefault(JsonNode node) {
        var what = node.path("declaration");
        if (Tree.is(what, "Identifier")) {
            exports.add(new Export.Local("default", Tree.name(what)));
            return;
        }
        var name = what.path("id").isObject() ? Tree.name(what.path("id")) : "default";
        var doc = source.docBefore(node);
        declared.addAll(
                Declarations.isExpression(what)
                        ? List.of(declarations.value(what, node, doc))
                        : declarations.of(what, doc));
        exports.add(new Export.Local("default", name));
    }

    /// `import a = N.M` is another name for something.
    private void alias(JsonNode node) {
        var what = Names.dotted(node.path("moduleReference"));
        if (!what.isEmpty()) {
            imports.put(Tree.name(node.path("id")), new Imported("", what));
        }
        if (ambient || node.path("isExport").asBoolean(false)) {
            var name = Tree.name(node.path("id"));
            exports.add(new Export.Local(name, name));
        }
    }

    private void declare(JsonNode node, @Nullable Doc doc, boolean isExported) {
        for (var each : declarations.of(node, doc)) {
            declared.add(each);
            var export = new Export.Local(each.name(), each.name());
            if (isExported && !exports.contains(export)) {
                exports.add(export);
            }
        }
    }
}
