package varve.contract.docs;

import java.util.List;

/// All that a version says about itself to those who program with it.
///
/// @param entries one for every export of the package, in the order of the author
/// @param symbols everything that an entry leads to; others name them by their index
/// @param slowTypes why declarations cannot be derived without inference, as far as they cannot
public record Documentation(List<Entry> entries, List<Symbol> symbols, List<SlowType> slowTypes) {
    public Documentation {
        entries = List.copyOf(entries);
        symbols = List.copyOf(symbols);
        slowTypes = List.copyOf(slowTypes);
    }

    /// A version without a word, such as one that was published before there was documentation.
    public static Documentation none() {
        return new Documentation(List.of(), List.of(), List.of());
    }
}
