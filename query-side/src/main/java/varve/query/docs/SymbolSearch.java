package varve.query.docs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import varve.contract.docs.Declaration;
import varve.contract.docs.Doc;
import varve.contract.docs.Documentation;
import varve.contract.docs.Entry;
import varve.contract.docs.Symbol;

/// Finds symbols inside one version.
public final class SymbolSearch {
    private static final int MOST = 10_000;

    /// A symbol under the name by which it is reached.
    ///
    /// @param entry key of the entry point that exports it
    /// @param name dotted inside namespaces
    /// @param address of its page, relative to the documentation of the version
    public record Hit(
            String entry,
            String name,
            List<String> kinds,
            String file,
            int line,
            String summary,
            boolean deprecated,
            String address) {}

    private SymbolSearch() {}

    /// Every symbol once, in the order of the entry points.
    public static List<Hit> all(Documentation documentation) {
        var hits = new ArrayList<Hit>();
        var seen = new HashSet<Integer>();
        for (var entry : documentation.entries()) {
            collect(documentation, entry, "", entry.exports(), seen, hits);
        }
        return hits;
    }

    private static void collect(
            Documentation documentation,
            Entry entry,
            String prefix,
            List<Entry.Exported> exports,
            HashSet<Integer> seen,
            List<Hit> hits) {
        for (var export : exports) {
            if (hits.size() < MOST && seen.add(export.symbol())) {
                var symbol = documentation.symbols().get(export.symbol());
                var name = prefix + export.name();
                hits.add(hit(entry, name, symbol));
                for (var each : symbol.declarations()) {
                    collect(documentation, entry, name + ".", each.exports(), seen, hits);
                }
            }
        }
    }

    private static Hit hit(Entry entry, String name, Symbol symbol) {
        var first = symbol.declarations().getFirst();
        return new Hit(
                entry.key(),
                name,
                symbol.declarations().stream()
                        .map(each -> each.kind().name().toLowerCase(Locale.ROOT))
                        .distinct()
                        .toList(),
                first.at().file(),
                first.at().line(),
                summary(symbol.declarations()),
                symbol.deprecated(),
                symbol.address());
    }

    private static String summary(List<Declaration> declarations) {
        return declarations.stream()
                .map(Declaration::doc)
                .filter(doc -> doc != null)
                .map(Doc::summary)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /// Those whose name contains the term, beginnings first.
    public static List<Hit> find(Documentation documentation, @Nullable String term) {
        var all = all(documentation);
        if (term == null || term.isBlank()) {
            return all;
        }
        var wanted = term.strip().toLowerCase(Locale.ROOT);
        return all.stream()
                .filter(hit -> hit.name().toLowerCase(Locale.ROOT).contains(wanted))
                .sorted(
                        Comparator.comparing((Hit hit) ->
                                        !hit.name().toLowerCase(Locale.ROOT).startsWith(wanted))
                                .thenComparing(hit -> hit.name().length()))
                .toList();
    }
}
