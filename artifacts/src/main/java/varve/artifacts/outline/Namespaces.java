package varve.artifacts.outline;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import varve.artifacts.outline.Outline.Declared;
import varve.artifacts.outline.Outline.Export;
import varve.artifacts.tree.Tree;
import varve.contract.docs.Code;
import varve.contract.docs.Declaration;
import varve.contract.docs.Declaration.Kind;
import varve.contract.docs.Doc;

/// Reads `namespace A.B { … }`, which is one namespace inside the other.
final class Namespaces {
    private Namespaces() {}

    static List<Declared> of(JsonNode node, @Nullable Doc doc, Source source) {
        var name = Names.dotted(node.path("id"));
        if (name.isEmpty()) {
            return List.of();
        }
        var isAmbient = Tree.flag(node, "declare");
        var statements = new Statements(source, isAmbient);
        node.path("body").path("body").forEach(statements::read);
        var inner = statements.declared();
        var exports = statements.exports();
        var names = name.split("\\.");
        for (int i = names.length - 1; i > 0; i--) {
            var only = namespace(names[i], node, doc, source, inner, exports);
            inner = List.of(only);
            exports = List.of(new Export.Local(names[i], names[i]));
        }
        return List.of(namespace(names[0], node, doc, source, inner, exports));
    }

    private static Declared namespace(
            String name,
            JsonNode node,
            @Nullable Doc doc,
            Source source,
            List<Declared> inner,
            List<Export> exports) {
        return new Declared(
                name,
                new Declaration(
                        Kind.NAMESPACE,
                        source.at(Tree.start(node)),
                        doc,
                        Code.plain("namespace " + name),
                        List.of(),
                        null,
                        List.of(),
                        List.of()),
                Surface.NOTHING,
                inner,
                exports);
    }
}
