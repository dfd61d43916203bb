package varve.artifacts.npm;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import varve.artifacts.engine.Engine;
import varve.artifacts.engine.Inference;
import varve.artifacts.engine.Inference.Source;
import varve.artifacts.engine.Printed;
import varve.artifacts.graph.ModuleGraph;
import varve.artifacts.graph.Reference;
import varve.artifacts.graph.References;
import varve.artifacts.graph.SourceModule;
import varve.artifacts.graph.Target;
import varve.contract.publishing.FilePath;

/// The declarations that a reader of the entry points can come to, with the specifiers still as the
/// author wrote them. A module for which none could be made has none.
record Declared(Map<FilePath, Declaration> modules) {

    /// @param references in the order of the text
    record Declaration(Printed printed, List<Reference> references) {
        static Declaration of(Printed printed, Engine engine) {
            var code = printed.code();
            return new Declaration(printed, References.of(engine.parse("/mod.d.ts", code), code));
        }
    }

    static Declared of(
            ModuleGraph graph, Collection<FilePath> entries, Engine engine, Inference inference) {
        var reach = new TypeReach(graph, engine).from(entries);
        var modules = new HashMap<>(reach.quick());
        if (!reach.slow().isEmpty()) {
            var sources = new TreeMap<String, Source>();
            for (var path : reach.behindSlow()) {
                var module = graph.module(path).orElseThrow();
                sources.put(path.text(), new Source(module.text(), links(graph, module)));
            }
            var wanted = reach.slow().stream().map(FilePath::text).toList();
            inference
                    .declare(sources, wanted)
                    .forEach((path, printed) ->
                            modules.put(FilePath.of(path), Declaration.of(printed, engine)));
        }
        return new Declared(Map.copyOf(modules));
    }

    /// Where the types of what a module names are, as far as they are in the package.
    private static Map<String, String> links(ModuleGraph graph, SourceModule module) {
        var links = new TreeMap<String, String>();
        module.typeTargets()
                .forEach((specifier, target) -> {
                    if (target instanceof Target.Local(var path)) {
                        links.put(specifier, typed(graph, path).text());
                    }
                });
        return links;
    }

    private static FilePath typed(ModuleGraph graph, FilePath path) {
        return graph.module(path)
                .map(SourceModule::selfTypes)
                .map(types -> types instanceof Target.Local(var own) ? own : path)
                .orElse(path);
    }
}
