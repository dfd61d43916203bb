package varve.query.pages.history;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import varve.contract.transparency.Merkle;
import varve.query.transparency.LogProofs.Inclusion;

/// What the page about one fact of the log shows: its leaf, and every step from there to the signed
/// root. Hashes are lower-case hexadecimal.
///
/// @param note the signed statement
public record FactView(
        long position, String leaf, String leafHash, List<Step> steps, long size, String note) {

    /// @param left whether the other hash stands on the left
    public record Step(boolean left, String other, String result) {}

    static FactView of(Inclusion inclusion, long size, String note) {
        var hash = Merkle.leaf(inclusion.leaf().getBytes(StandardCharsets.UTF_8));
        var leafHash = hex(hash);
        var steps = new ArrayList<Step>();
        long index = inclusion.index();
        long last = size - 1;
        for (var text : inclusion.hashes()) {
            var other = Base64.getDecoder().decode(text);
            boolean left = (index & 1) == 1 || index == last;
            hash = left ? Merkle.node(other, hash) : Merkle.node(hash, other);
            steps.add(new Step(left, hex(other), hex(hash)));
            while (left && (index & 1) == 0 && index != 0) {
                index >>= 1;
                last >>= 1;
            }
            index >>= 1;
            last >>= 1;
        }
        return new FactView(inclusion.index() + 1, inclusion.leaf(), leafHash, steps, size, note);
    }

    public boolean isSealed() {
        return leaf.startsWith("fact " + position + " sealed ");
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
