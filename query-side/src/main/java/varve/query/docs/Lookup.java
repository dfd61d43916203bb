package varve.query.docs;

import java.util.List;
import java.util.Optional;
import varve.contract.docs.Documentation;
import varve.contract.docs.Entry;
import varve.contract.docs.Symbol;

/// Finds entry points and symbols by the names in their addresses.
public final class Lookup {
    private Lookup() {}

    /// @param address `sub`, empty for the main entry; a package without one begins with its first
    public static Optional<Entry> entry(Documentation documentation, String address) {
        var exact =
                documentation.entries().stream()
                        .filter(entry -> entry.address().equals(address))
                        .findFirst();
        return exact.isPresent() || !address.isEmpty()
                ? exact
                : documentation.entries().stream().findFirst();
    }

    /// A symbol by its name from an entry point, which dots lead into namespaces.
    public static Optional<Symbol> symbol(Documentation documentation, Entry entry, String name) {
        return within(documentation, entry.exports(), name);
    }

    private static Optional<Symbol> within(
            Documentation documentation, List<Entry.Exported> exports, String name) {
        for (var export : exports) {
            var symbol = documentation.symbols().get(export.symbol());
            if (export.name().equals(name)) {
                return Optional.of(symbol);
            }
            if (name.startsWith(export.name() + ".")) {
                var rest = name.substring(export.name().length() + 1);
                var inner = symbol.declarations().stream().flatMap(each -> each.exports().stream());
                var found = within(documentation, inner.toList(), rest);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
