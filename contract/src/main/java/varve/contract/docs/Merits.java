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

    /// So many points are a full score; one more can be had, so that one may be missed.
    public static final int FULL = 17;

    private static final double ENOUGH = 0.8;
    private static final int FOR_SYMBOLS = 5;
    private static final int FOR_FAST_TYPES = 5;

    /// Nothing done well, as before the first version.
    public static Merits none() {
        return new Merits(false, false, List.of("."), 0, false);
    }

    /// Points of the version alone.
    public int points() {
        return (readme ? 2 : 0)
                + (examples ? 1 : 0)
                + (entriesWithoutDocs.isEmpty() ? 1 : 0)
                + symbolPoints()
                + (fastTypes ? FOR_FAST_TYPES : 0);
    }

    /// 0 to 5, in full from four documented symbols in five.
    public int symbolPoints() {
        return (int) Math.floor(Math.min(documented / ENOUGH, 1) * FOR_SYMBOLS);
    }

    /// 0 to 100.
    public static int percent(int points) {
        return Math.min(100, points * 100 / FULL);
    }
}
