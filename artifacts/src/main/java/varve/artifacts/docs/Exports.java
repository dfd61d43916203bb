package varve.artifacts.docs;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import varve.artifacts.graph.ModuleGraph;
import varve.artifacts.graph.SourceModule;
import varve.artifacts.graph.Target;
import varve.artifacts.outline.Outline.Export;
import varve.artifacts.outline.Outline.Imported;
import varve.contract.publishing.FilePath;

/// Follows names through imports and re-exports to what they mean, across the modules of a package.
final class Exports {
    private record Name(FilePath path, String name) {}

    private final ModuleGraph graph;
    private final Map<Name, Optional<Meaning>> known = new HashMap<>();

    Exports(ModuleGraph graph) {
        this.graph = graph;
    }

    /// The module that speaks for another one: its declarations, where it names some.
    Optional<SourceModule> speaker(FilePath path) {
        var module = graph.module(path);
        return module.map(SourceModule::selfTypes)
                .flatMap(types ->
                        types instanceof Target.Local(var other)
                                ? graph.module(other)
                                : Optional.empty())
                .or(() -> module);
    }

    /// Everything that a module exports, in the order in which it is met.
    Map<String, Meaning> of(FilePath path) {
        var names = new LinkedHashSet<String>();
        collect(path, names, new HashSet<>());
        var all = new LinkedHashMap<String, Meaning>();
        for (var name : names) {
            exported(path, name).ifPresent(meaning -> all.put(name, meaning));
        }
        return all;
    }

    private void collect(FilePath path, Set<String> names, Set<FilePath> seen) {
        if (!seen.add(path)) {
            return;
        }
        var module = speaker(path).orElse(null);
        if (module == null) {
            return;
        }
        for (var export : module.outline().exports()) {
            switch (export) {
                case Export.Local(var name, _) -> add(names, name, seen);
                case Export.From(var name, _, _, _) -> add(names, name, seen);
                case Export.All(var from) -> {
                    if (module.typesOf(from) instanceof Target.Local(var other)) {
                        collect(other, names, seen);
                    }
                }
            }
        }
    }

    /// `export *` leaves the default export behind.
    private static void add(Set<String> names, String name, Set<FilePath> seen) {
        if (seen.size() == 1 || !name.equals("default")) {
            names.add(name);
        }
    }

    /// What a module exports under a name. A name of its own goes before one that it passes on; of
    /// two passed on the first. In a circle nothing is found.
    Optional<Meaning> exported(FilePath path, String name) {
        var key = new Name(path, name);
        var before = known.putIfAbsent(key, Optional.empty());
        if (before != null) {
            return before;
        }
        var found = speaker(path).flatMap(module -> find(module, name));
        known.put(key, found);
        return found;
    }

    private Optional<Meaning> find(SourceModule module, String name) {
        for (var export : module.outline().exports()) {
            switch (export) {
                case Export.Local(var exported, var local) when exported.equals(name) -> {
                    return Optional.ofNullable(meaning(module, local));
                }
                case Export.From(var exported, var from, var imported, _)
                        when exported.equals(name) -> {
                    return Optional.ofNullable(imported(module, new Imported(from, imported)));
                }
                case Export.Local _, Export.From _, Export.All _ -> {}
            }
        }
        return name.equals("default") ? Optional.empty() : passedOn(module, name);
    }

    private Optional<Meaning> passedOn(SourceModule module, String name) {
        for (var export : module.outline().exports()) {
            if (export instanceof Export.All(var from)
                    && module.typesOf(from) instanceof Target.Local(var other)) {
                var found = exported(other, name);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /// What a name means inside a module.
    @Nullable Meaning meaning(SourceModule module, String local) {
        var outline = module.outline();
        if (outline.declares(local)) {
            return new Meaning.Own(module.path(), local);
        }
        var imported = outline.imports().get(local);
        return imported == null ? null : imported(module, imported);
    }

    /// What another module exports under a name.
    @Nullable Meaning imported(SourceModule module, Imported imported) {
        return switch (module.typesOf(imported.specifier())) {
            case Target.Local(var path) ->
                    imported.name().equals("*")
                            ? new Meaning.Whole(path)
                            : exported(path, imported.name()).orElse(null);
            case Target.Jsr jsr -> new Meaning.Jsr(jsr, imported.name(), imported.specifier());
            case Target.Npm _, Target.Outside _ ->
                    new Meaning.Elsewhere(imported.specifier(), imported.name());
            case Target.Missing _ -> null;
            case null -> null;
        };
    }
}
