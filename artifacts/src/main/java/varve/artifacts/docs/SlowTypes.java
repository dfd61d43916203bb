package varve.artifacts.docs;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import varve.artifacts.graph.Language;
import varve.artifacts.graph.ModuleGraph;
import varve.artifacts.graph.SourceModule;
import varve.artifacts.outline.Outline.Declared;
import varve.artifacts.outline.Outline.Export;
import varve.artifacts.outline.Outline.Imported;
import varve.contract.docs.SlowType;
import varve.contract.docs.Spot;
import varve.contract.publishing.FilePath;

/// Follows the public interface of a package from its exports to every declaration that it rests
/// on, and gathers what is missing there for declarations without inference. What nobody outside
/// can see may be as it likes.
public final class SlowTypes {
    private static final String IMPORT = "import:";

    private record Open(SourceModule module, Declared declared, List<Declared> among) {}

    private final Exports exports;
    private final Set<SlowType> found = new LinkedHashSet<>();
    private final Set<Object> seen = new HashSet<>();
    private final Deque<Open> open = new ArrayDeque<>();

    private SlowTypes(ModuleGraph graph) {
        this.exports = new Exports(graph);
    }

    /// In the order of files and lines.
    ///
    /// @param entries paths of the exported modules
    public static List<SlowType> of(ModuleGraph graph, List<FilePath> entries) {
        var search = new SlowTypes(graph);
        try {
            entries.forEach(search::enter);
            search.finish();
        } catch (StackOverflowError _) {
            var first = new Spot(entries.getFirst().text(), 1, 1);
            search.found.add(
                    new SlowType("unsupported-complex-reference", "nested too deeply", first));
        }
        return search.found.stream()
                .sorted(
                        Comparator.comparing((SlowType slow) -> slow.at().file())
                                .thenComparing(slow -> slow.at().line())
                                .thenComparing(slow -> slow.at().column()))
                .toList();
    }

    private void enter(FilePath path) {
        var module = exports.speaker(path).orElse(null);
        if (module == null) {
            return;
        }
        if (isUntyped(module)) {
            found.add(
                    new SlowType(
                            "unsupported-javascript-entrypoint",
                            "used a JavaScript module without type declarations as an entrypoint",
                            new Spot(module.path().text(), 1, 1)));
            return;
        }
        exports.of(path).values().forEach(this::follow);
    }

    private static boolean isUntyped(SourceModule module) {
        return module.language() == Language.JAVASCRIPT || module.language() == Language.JSX;
    }

    private void finish() {
        for (var next = open.poll(); next != null; next = open.poll()) {
            read(next);
        }
    }

    private void follow(@Nullable Meaning meaning) {
        switch (meaning) {
            case Meaning.Own(var path, var name) ->
                    exports.speaker(path)
                            .ifPresent(module -> look(module, name, module.outline().declared()));
            case Meaning.Whole(var path) -> {
                if (seen.add(path)) {
                    exports.of(path).values().forEach(this::follow);
                }
            }
            case Meaning.Jsr _, Meaning.Elsewhere _ -> {}
            case null -> {}
        }
    }

    private void look(SourceModule module, String name, List<Declared> among) {
        if (module.language() == Language.DECLARATIONS || isUntyped(module)) {
            return;
        }
        for (var each : among) {
            if (each.name().equals(name) && seen.add(each.declaration())) {
                open.add(new Open(module, each, among));
            }
        }
    }

    private void read(Open next) {
        found.addAll(next.declared().surface().slow());
        for (var name : next.declared().surface().uses()) {
            follow(next, name);
        }
        for (var export : next.declared().exports()) {
            if (export instanceof Export.Local(_, var local)) {
                look(next.module(), local, next.declared().inner());
            }
        }
    }

    /// What a dotted name leads to, seen from a declaration.
    private void follow(Open from, String dotted) {
        if (dotted.startsWith(IMPORT)) {
            int at = dotted.lastIndexOf('#');
            var first = dotted.substring(at + 1).split("\\.", 2)[0];
            var specifier = dotted.substring(IMPORT.length(), at);
            follow(exports.imported(from.module(), new Imported(specifier, first)));
            return;
        }
        var parts = dotted.split("\\.");
        if (from.among().stream().anyMatch(each -> each.name().equals(parts[0]))) {
            look(from.module(), parts[0], from.among());
            return;
        }
        var meaning = exports.meaning(from.module(), parts[0]);
        if (meaning instanceof Meaning.Whole(var path) && parts.length > 1) {
            exports.exported(path, Arrays.asList(parts).get(1)).ifPresent(this::follow);
        } else {
            follow(meaning);
        }
    }
}
