package varve.artifacts.graph;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import varve.artifacts.engine.Parsed;
import varve.contract.publishing.FilePath;

/// References in text that was made from a module.
public final class References {
    private References() {}

    public static List<Reference> of(Parsed parsed, String text) {
        var imports = new Imports(text, List.of());
        Nodes.walk(
                parsed.program().path("node"),
                node -> {
                    imports.visit(node);
                    return true;
                });
        return imports.found().toList();
    }

    /// The module that an inferred type names: TypeScript may leave the extension out or write that
    /// of the script.
    public static Optional<FilePath> sibling(
            ModuleGraph graph, SourceModule from, String specifier) {
        var path = Resolver.join(from.path().text(), specifier);
        var stem = path.replaceFirst("\\.m?jsx?$", "");
        return Stream.of(path, stem + ".ts", stem + ".tsx", stem + ".mts", stem + ".d.ts")
                .filter(candidate -> FilePath.flaw(candidate).isEmpty())
                .map(FilePath::of)
                .filter(candidate -> graph.module(candidate).isPresent())
                .findFirst();
    }
}
