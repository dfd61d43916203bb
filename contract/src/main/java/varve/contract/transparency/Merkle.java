package varve.contract.transparency;

import varve.contract.Sha256;

/// How leaves and nodes are hashed (RFC 6962 §2.1, unchanged in RFC 9162): a leaf and a node can
/// never be taken for one another.
public final class Merkle {
    /// Length of every hash, in bytes.
    public static final int LENGTH = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private Merkle() {}

    /// Hash of a tree without leaves.
    public static byte[] empty() {
        return Sha256.digest().digest();
    }

    public static byte[] leaf(byte[] content) {
        var digest = Sha256.digest();
        digest.update(LEAF);
        return digest.digest(content);
    }

    public static byte[] node(byte[] left, byte[] right) {
        var digest = Sha256.digest();
        digest.update(NODE);
        digest.update(left);
        return digest.digest(right);
    }
}
