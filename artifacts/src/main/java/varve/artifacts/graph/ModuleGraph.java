package varve.artifacts.graph;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import varve.contract.publishing.Contents.Dependency;
import varve.contract.publishing.Contents.Registry;
import varve.contract.publishing.FilePath;

/// Every module that can be reached from the exports, in the order in which they were reached.
public final class ModuleGraph {
    private final Map<FilePath, SourceModule> modules;
    private final List<Target> inData;

    /// @param inData what modules in `data:` addresses name
    ModuleGraph(Map<FilePath, SourceModule> modules, List<Target> inData) {
        this.inData = List.copyOf(inData);
        this.modules = Collections.unmodifiableMap(new LinkedHashMap<>(modules));
    }

    public Collection<SourceModule> modules() {
        return modules.values();
    }

    public Optional<SourceModule> module(FilePath path) {
        return Optional.ofNullable(modules.get(path));
    }

    /// Packages that the modules name, each once, as first met.
    public List<Dependency> dependencies() {
        var all = new LinkedHashSet<Dependency>();
        for (var module : modules.values()) {
            module.links().stream()
                    .map(SourceModule.Link::target)
                    .flatMap(ModuleGraph::dependency)
                    .forEach(all::add);
        }
        inData.stream().flatMap(ModuleGraph::dependency).forEach(all::add);
        return List.copyOf(all);
    }

    private static Stream<Dependency> dependency(Target target) {
        return switch (target) {
            case Target.Jsr(var pkg, var constraint, var path) ->
                    Stream.of(new Dependency(Registry.JSR, pkg.text(), constraint, path));
            case Target.Npm(var name, var constraint, var path) ->
                    Stream.of(new Dependency(Registry.NPM, name, constraint, path));
            case Target.Local _, Target.Outside _, Target.Missing _ -> Stream.of();
        };
    }
}
