package varve.artifacts.docs;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import varve.artifacts.Fault;
import varve.artifacts.Faulted;
import varve.artifacts.graph.ModuleGraph;
import varve.contract.docs.Documentation;
import varve.contract.docs.Entry;
import varve.contract.docs.Entry.Exported;
import varve.contract.docs.SlowType;
import varve.contract.docs.Symbol;
import varve.contract.publishing.Contents.Export;

/// Writes the documentation of a version: from the exports across all modules to every symbol that
/// they lead to, each with one address and with links to others.
public final class Librarian {
    private final ModuleGraph graph;
    private final Exports exports;
    private final Library library;

    private Librarian(ModuleGraph graph) {
        this.graph = graph;
        this.exports = new Exports(graph);
        this.library = new Library(exports);
    }

    /// @param entries in the order of the configuration
    /// @throws Faulted when it would be too large, or its text is nested too deeply
    public static Documentation document(
            ModuleGraph graph, List<Export> entries, List<SlowType> slowTypes) {
        try {
            return new Librarian(graph).write(entries, slowTypes);
        } catch (StackOverflowError _) {
            throw Fault.DOC_ERROR.with(
                    "the documentation cannot be written: declarations are nested too deeply");
        }
    }

    private Documentation write(List<Export> exported, List<SlowType> slowTypes) {
        var entries = exported.stream().map(this::entry).toList();
        library.finish();
        var addresses = addresses(entries);
        var links = new Linking(exports, library, addresses);
        var symbols = new ArrayList<Symbol>();
        for (int i = 0; i < library.volumes().size(); i++) {
            var volume = library.volumes().get(i);
            symbols.add(
                    new Symbol(
                            volume.name(),
                            addresses.getOrDefault(i, ""),
                            links.in(volume, volume.declarations())));
        }
        return new Documentation(entries.stream().map(links::inEntry).toList(), symbols, slowTypes);
    }

    private Entry entry(Export export) {
        var path = export.file();
        var doc = exports.speaker(path).map(module -> module.outline().doc()).orElse(null);
        var isCode = graph.module(path).isPresent();
        return new Entry(export.key(), path.text(), doc, isCode, library.exported(path));
    }

    /// The first name under which a symbol can be reached is its address.
    private Map<Integer, String> addresses(List<Entry> entries) {
        record Step(String prefix, List<Exported> exports) {}
        var addresses = new HashMap<Integer, String>();
        var open = new ArrayDeque<Step>();
        for (var entry : entries) {
            var start = entry.address().isEmpty() ? "~/" : entry.address() + "/~/";
            open.add(new Step(start, entry.exports()));
        }
        for (var step = open.poll(); step != null; step = open.poll()) {
            for (var each : step.exports()) {
                var address = step.prefix() + each.name();
                if (addresses.putIfAbsent(each.symbol(), address) == null) {
                    library.volumes()
                            .get(each.symbol())
                            .declarations()
                            .forEach(inner -> open.add(new Step(address + ".", inner.exports())));
                }
            }
        }
        return addresses;
    }
}
