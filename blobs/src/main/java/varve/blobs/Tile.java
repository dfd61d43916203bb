package varve.blobs;

import varve.contract.transparency.Merkle;

/// A part of the transparency log (C2SP tlog-tiles): the hashes of up to 256 subtrees that stand
/// side by side, or the contents of up to 256 leaves.
///
/// @param level of hashes, each step being 256 times as many leaves; {@link #ENTRIES} for contents
/// @param number counted from 0, from the left
public record Tile(int level, long number) {
    /// How many belong to a whole one.
    public static final int WIDTH = 256;

    /// Stands for contents, where levels are hashes.
    public static final int ENTRIES = -1;

    private static final int LENGTH_BYTES = 2;
    private static final int THOUSAND = 1000;

    /// Key of its object, which is its address below `/log/` too.
    public String key() {
        return "tile/" + (level == ENTRIES ? "entries" : level) + "/" + digits();
    }

    /// Three digits at a time, all but the last with an `x` before them.
    private String digits() {
        var text = "%03d".formatted(number % THOUSAND);
        for (long rest = number / THOUSAND; rest > 0; rest /= THOUSAND) {
            text = "x%03d/%s".formatted(rest % THOUSAND, text);
        }
        return text;
    }

    /// How many bytes the first so many things in this tile take.
    ///
    /// @return -1 when there are not so many in it
    public int length(byte[] content, int things) {
        if (level != ENTRIES) {
            int length = things * Merkle.LENGTH;
            return length > content.length ? -1 : length;
        }
        int at = 0;
        for (int i = 0; i < things; i++) {
            if (at + LENGTH_BYTES > content.length) {
                return -1;
            }
            at += LENGTH_BYTES + ((content[at] & 0xff) << 8 | content[at + 1] & 0xff);
        }
        return at > content.length ? -1 : at;
    }
}
