package varve.query.pages.docs;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import varve.contract.docs.Declaration;
import varve.contract.docs.Declaration.Kind;
import varve.contract.docs.Doc;
import varve.contract.docs.Entry.Exported;
import varve.query.pages.Words;

/// A symbol in a list.
///
/// @param summary one line of plain text
public record SymbolRow(String name, String href, String summary, boolean deprecated) {

    /// Symbols of one kind.
    public record Group(String title, List<SymbolRow> rows) {}

    /// Kinds in the order in which readers look for them.
    static List<Group> groups(DocsPlace place, List<Exported> exports, String prefix, Words words) {
        Map<Kind, List<SymbolRow>> rows = new EnumMap<>(Kind.class);
        for (var export : exports) {
            var symbol = place.documentation().symbols().get(export.symbol());
            var href = place.href(prefix + export.name());
            var row =
                    new SymbolRow(
                            export.name(),
                            href,
                            summary(symbol.declarations()),
                            symbol.deprecated());
            rows.computeIfAbsent(symbol.declarations().getFirst().kind(), _ -> new ArrayList<>())
                    .add(row);
        }
        return rows.entrySet().stream()
                .map(each -> new Group(Kinds.plural(each.getKey(), words), each.getValue()))
                .toList();
    }

    private static String summary(List<Declaration> declarations) {
        return declarations.stream()
                .map(Declaration::doc)
                .filter(doc -> doc != null)
                .map(Doc::summary)
                .filter(text -> !text.isEmpty())
                .map(SymbolRow::plain)
                .findFirst()
                .orElse("");
    }

    /// Without the marks of links and code.
    static String plain(String summary) {
        return summary.replaceAll(
                        "\\{@link(?:code|plain)?\\s+([^\\s|}]+)(?:[\\s|]+([^}]*))?}", "$1")
                .replaceAll("\\[([^\\]]*)]\\([^)]*\\)", "$1")
                .replaceAll("[`*]", "");
    }
}
