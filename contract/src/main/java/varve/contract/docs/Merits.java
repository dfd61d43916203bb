package varve.contract.docs;

import java.util.List;

/// What a version does well for its readers, as far as its files show it: the version's part of
/// JSR's score.
///
/// @param readme a README, or a word about the main module
/// @param examples in one of the two
/// @param entriesWithoutDocs keys of entry points whose modules say nothing about themselves
/// @param documented part of the exported symbols with a word about them, 0 to 1
/// @param fastTypes whether all declarations can be derived without inference
public record Merits(
        boolean readme,
        boolean examples,
        List<String> entriesWithoutDocs,
        double documented,
        boolean fastTypes) {
    public Merits {
        entriesWithoutDocs = List.copyOf(entriesWithoutDocs);
    }
}
