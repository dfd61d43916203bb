package varve.artifacts.npm;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import varve.artifacts.engine.Engine;
import varve.artifacts.engine.EngineFailure;
import varve.artifacts.engine.Inference;
import varve.artifacts.engine.Inference.Source;
import varve.artifacts.engine.Printed;
import varve.artifacts.graph.Edit;
import varve.artifacts.graph.ModuleGraph;
import varve.artifacts.graph.SourceModule;
import varve.artifacts.graph.Target;
import varve.contract.publishing.FilePath;

/// The declarations of a package's modules, with the specifiers still as the author wrote them.
/// Quickly where types are written down, by inference where they are not, as in JavaScript; a
/// module for which neither works has none.
record Declared(Map<FilePath, Printed> modules) {

    static Declared of(ModuleGraph graph, Engine engine, Inference inference) {
        var modules = new HashMap<FilePath, Printed>();
        var slow = new HashSet<FilePath>();
        for (var module : graph.modules()) {
            if (module.language().isTyped()) {
                quickly(module, engine, modules, slow);
            } else if (module.language().isScript() && module.selfTypes() == null) {
                slow.add(module.path());
            }
        }
        if (!slow.isEmpty()) {
            modules.putAll(inferred(graph, slow, inference));
        }
        return new Declared(Map.copyOf(modules));
    }

    private static void quickly(
            SourceModule module,
            Engine engine,
            Map<FilePath, Printed> modules,
            Set<FilePath> slow) {
        if (module.needsInference()) {
            slow.add(module.path());
            return;
        }
        try {
            var text = Edit.apply(module.text(), module.forDeclarations());
            var printed = engine.declare(module.path().text(), text);
            if (printed.complaints().isEmpty()) {
                modules.put(module.path(), printed);
                return;
            }
        } catch (EngineFailure _) {
            // inference may still manage
        }
        slow.add(module.path());
    }

    private static Map<FilePath, Printed> inferred(
            ModuleGraph graph, Set<FilePath> slow, Inference inference) {
        var sources = new TreeMap<String, Source>();
        for (var module : graph.modules()) {
            sources.put(module.path().text(), new Source(module.text(), links(graph, module)));
        }
        var wanted = slow.stream().map(FilePath::text).sorted().toList();
        var modules = new HashMap<FilePath, Printed>();
        inference
                .declare(sources, wanted)
                .forEach((path, printed) -> modules.put(FilePath.of(path), printed));
        return modules;
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
