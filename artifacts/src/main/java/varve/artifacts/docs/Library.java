package varve.artifacts.docs;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import varve.artifacts.Fault;
import varve.artifacts.Faulted;
import varve.artifacts.graph.SourceModule;
import varve.artifacts.outline.Outline.Declared;
import varve.artifacts.outline.Outline.Export;
import varve.contract.docs.Code;
import varve.contract.docs.Declaration;
import varve.contract.docs.Declaration.Kind;
import varve.contract.docs.Doc;
import varve.contract.docs.Entry.Exported;
import varve.contract.docs.Spot;
import varve.contract.publishing.FilePath;

/// Gathers the symbols of a version, each once however many names lead to it, and numbers them in
/// the order in which they are met.
final class Library {

    /// A symbol in the making.
    ///
    /// @param module in which names of its signatures mean something, if it is of this package
    /// @param scope the namespace around it, inner names first
    record Volume(
            String name,
            List<Declaration> declarations,
            @Nullable SourceModule module,
            List<Declared> scope) {}

    /// Names under which the entry points of a version and its namespaces may export symbols.
    private static final int MOST = 200_000;

    private record Key(Object owner, String name) {}

    private record Unread(int number, Runnable reading) {}

    private final Exports exports;
    private final List<Volume> volumes = new ArrayList<>();
    private final Map<Key, Integer> numbers = new LinkedHashMap<>();
    private final Deque<Unread> unread = new ArrayDeque<>();
    private int listed;

    Library(Exports exports) {
        this.exports = exports;
    }

    List<Volume> volumes() {
        return volumes;
    }

    /// The number of what a name of this package means, if readers may see it.
    Optional<Integer> number(Meaning meaning) {
        return Optional.ofNullable(numbers.get(key(meaning)));
    }

    /// What a module lets out.
    ///
    /// @throws Faulted when the names of all modules asked for are too many: modules that pass on
    ///   one another's names list them again each
    List<Exported> exported(FilePath path) {
        var all = new ArrayList<Exported>();
        exports.of(path).forEach((name, meaning) -> number(name, meaning).ifPresent(all::add));
        listed += all.size();
        if (listed > MOST) {
            throw Fault.DOC_ERROR.with(
                    "the documentation would be too large: 'file://%s' brings the names exported to more than %d"
                            .formatted(path.text(), MOST));
        }
        return all;
    }

    private Optional<Exported> number(String name, Meaning meaning) {
        var known = numbers.get(key(meaning));
        if (known != null) {
            return Optional.of(new Exported(name, known));
        }
        return switch (meaning) {
            case Meaning.Own(var path, var own) ->
                    exports.speaker(path)
                            .flatMap(module ->
                                    declared(
                                            key(meaning),
                                            name,
                                            own,
                                            module,
                                            module.outline().declared(),
                                            List.of()));
            case Meaning.Whole(var path) -> Optional.of(whole(key(meaning), name, path));
            case Meaning.Jsr(_, var imported, var specifier) ->
                    Optional.of(reference(key(meaning), name, imported, specifier));
            case Meaning.Elsewhere(var specifier, var imported) ->
                    Optional.of(reference(key(meaning), name, imported, specifier));
        };
    }

    private static Key key(Meaning meaning) {
        return switch (meaning) {
            case Meaning.Own(var path, var name) -> new Key(path, name);
            case Meaning.Whole(var path) -> new Key(path, "*");
            case Meaning.Jsr(_, var name, var specifier) -> new Key(specifier, name);
            case Meaning.Elsewhere(var specifier, var name) -> new Key(specifier, name);
        };
    }

    private Optional<Exported> declared(
            Key key,
            String name,
            String own,
            SourceModule module,
            List<Declared> among,
            List<Declared> scope) {
        var visible =
                among.stream()
                        .filter(each -> each.name().equals(own))
                        .filter(each -> !Doc.isHidden(each.declaration().doc()))
                        .toList();
        if (visible.isEmpty()) {
            return Optional.empty();
        }
        int number = add(key, new Volume(own, new ArrayList<>(), module, scope));
        for (var each : visible) {
            volumes.get(number).declarations().add(withInner(each, module, scope));
        }
        return Optional.of(new Exported(name, number));
    }

    private int add(Key key, Volume volume) {
        int number = volumes.size();
        volumes.add(volume);
        numbers.put(key, number);
        return number;
    }

    private Declaration withInner(Declared each, SourceModule module, List<Declared> scope) {
        if (each.exports().isEmpty()) {
            return each.declaration();
        }
        var inside = new ArrayList<>(each.inner());
        inside.addAll(scope);
        var out = new ArrayList<Exported>();
        for (var export : each.exports()) {
            if (export instanceof Export.Local(var name, var own)) {
                var key = new Key(each, own);
                var known = numbers.get(key);
                if (known == null) {
                    declared(key, name, own, module, each.inner(), inside).ifPresent(out::add);
                } else {
                    out.add(new Exported(name, known));
                }
            }
        }
        return with(each.declaration(), out);
    }

    private static Declaration with(Declaration plain, List<Exported> exports) {
        return new Declaration(
                plain.kind(),
                plain.at(),
                plain.doc(),
                plain.code(),
                plain.parameters(),
                plain.returns(),
                plain.members(),
                exports);
    }

    /// `export * as name from "./other.ts"`: its exports are read later, for modules may export
    /// themselves in a circle.
    private Exported whole(Key key, String name, FilePath path) {
        int number = add(key, new Volume(name, new ArrayList<>(), null, List.of()));
        unread.add(
                new Unread(
                        number,
                        () -> {
                            var doc =
                                    exports.speaker(path)
                                            .map(module -> module.outline().doc())
                                            .orElse(null);
                            var code = Code.plain("namespace " + name);
                            var at = new Spot(path.text(), 1, 1);
                            volumes.get(number)
                                    .declarations()
                                    .add(
                                            new Declaration(
                                                    Kind.NAMESPACE,
                                                    at,
                                                    doc,
                                                    code,
                                                    List.of(),
                                                    null,
                                                    List.of(),
                                                    exported(path)));
                        }));
        return new Exported(name, number);
    }

    /// Reads what was put off, until nothing is left.
    void finish() {
        for (var next = unread.poll(); next != null; next = unread.poll()) {
            next.reading().run();
        }
    }

    private Exported reference(Key key, String name, String imported, String specifier) {
        var what = imported.equals("*") ? "* as " + name : imported;
        var code = Code.plain("export { " + what + " } from \"" + specifier + "\"");
        var volume = new Volume(name, new ArrayList<>(), null, List.of());
        int number = add(key, volume);
        volume.declarations()
                .add(
                        new Declaration(
                                Kind.REFERENCE,
                                new Spot("", 1, 1),
                                null,
                                code,
                                List.of(),
                                null,
                                List.of(),
                                List.of()));
        return new Exported(name, number);
    }
}
