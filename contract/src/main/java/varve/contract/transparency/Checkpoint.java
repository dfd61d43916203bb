package varve.contract.transparency;

import java.util.Base64;

/// How large the tree is and what its root is (C2SP tlog-checkpoint).
///
/// @param origin name of the log, for example `registry.example.org/log`
/// @param size leaves in the tree
/// @param root base64
public record Checkpoint(String origin, long size, String root) {
    private static final int LINES = 3;

    public static Checkpoint of(String origin, long size, byte[] root) {
        return new Checkpoint(origin, size, Base64.getEncoder().encodeToString(root));
    }

    /// Reads what {@link #text()} wrote, with or without lines after it.
    ///
    /// @throws IllegalArgumentException when it is no checkpoint
    public static Checkpoint parse(String text) {
        var lines = text.split("\n", -1);
        if (lines.length <= LINES) {
            throw new IllegalArgumentException("not a checkpoint");
        }
        return new Checkpoint(lines[0], Long.parseLong(lines[1]), lines[2]);
    }

    public byte[] rootHash() {
        return Base64.getDecoder().decode(root);
    }

    /// What is signed.
    public String text() {
        return origin + "\n" + size + "\n" + root + "\n";
    }
}
