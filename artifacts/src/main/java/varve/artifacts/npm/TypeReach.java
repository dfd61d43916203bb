package varve.artifacts.npm;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import varve.artifacts.engine.Engine;
import varve.artifacts.engine.EngineFailure;
import varve.artifacts.graph.Edit;
import varve.artifacts.graph.ModuleGraph;
import varve.artifacts.graph.Reference;
import varve.artifacts.graph.References;
import varve.artifacts.graph.SourceModule;
import varve.artifacts.graph.Target;
import varve.artifacts.npm.Declared.Declaration;
import varve.contract.publishing.FilePath;

/// Follows types from the entry points of a package. Where types are written down, declarations are
/// made at once and tell which modules they name; most of what a package imports to do its work
/// they do not. Where a compiler has to infer types, they may come from anything that such a module
/// imports.
final class TypeReach {
    private record Step(FilePath path, boolean behindSlow) {}

    private final ModuleGraph graph;
    private final Engine engine;
    private final Deque<Step> open = new ArrayDeque<>();
    private final Set<FilePath> reached = new HashSet<>();
    private final SortedSet<FilePath> behindSlow = sorted();
    private final SortedSet<FilePath> slow = sorted();
    private final Map<FilePath, Declaration> quick = new HashMap<>();

    TypeReach(ModuleGraph graph, Engine engine) {
        this.graph = graph;
        this.engine = engine;
    }

    TypeReach from(Collection<FilePath> entries) {
        entries.forEach(this::reach);
        for (var step = open.poll(); step != null; step = open.poll()) {
            var module = graph.module(step.path()).orElse(null);
            if (module == null) {
                continue;
            }
            if (reached.add(step.path())) {
                visit(module);
            }
            if (step.behindSlow() && behindSlow.add(step.path())) {
                module.links().stream()
                        .map(SourceModule.Link::target)
                        .forEach(target -> follow(target, true));
            }
        }
        return this;
    }

    /// Declarations that needed no inference.
    Map<FilePath, Declaration> quick() {
        return quick;
    }

    /// Modules whose types have to be inferred.
    SortedSet<FilePath> slow() {
        return slow;
    }

    /// These, and all that they import in the end.
    SortedSet<FilePath> behindSlow() {
        return behindSlow;
    }

    private static SortedSet<FilePath> sorted() {
        return new TreeSet<>(Comparator.comparing(FilePath::text));
    }

    private void visit(SourceModule module) {
        if (module.language().isTyped()) {
            declare(module);
        } else if (module.selfTypes() instanceof Target types) {
            follow(types, false);
        } else if (module.language().isScript()) {
            leave(module);
        } else {
            module.links().stream()
                    .map(SourceModule.Link::reference)
                    .forEach(reference -> follow(module, reference));
        }
    }

    private void declare(SourceModule module) {
        var declaration = quickly(module);
        if (declaration.isEmpty()) {
            leave(module);
            return;
        }
        quick.put(module.path(), declaration.get());
        declaration.get().references().forEach(reference -> follow(module, reference));
    }

    private Optional<Declaration> quickly(SourceModule module) {
        if (module.needsInference()) {
            return Optional.empty();
        }
        try {
            var text = Edit.apply(module.text(), module.forDeclarations());
            var printed = engine.declare(module.path().text(), text);
            return printed.complaints().isEmpty()
                    ? Optional.of(Declaration.of(printed, engine))
                    : Optional.empty();
        } catch (EngineFailure _) {
            return Optional.empty(); // inference may still manage
        }
    }

    private void leave(SourceModule module) {
        slow.add(module.path());
        open.add(new Step(module.path(), true));
    }

    private void follow(SourceModule module, Reference reference) {
        References.types(graph, module, reference.specifier()).ifPresent(this::reach);
    }

    private void follow(Target target, boolean behindSlow) {
        if (target instanceof Target.Local(var path)) {
            open.add(new Step(path, behindSlow));
        }
    }

    private void reach(FilePath path) {
        open.add(new Step(path, false));
    }
}
