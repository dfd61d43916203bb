package varve.contract.transparency;

import java.util.ArrayList;
import java.util.List;

/// Roots and proofs of a tree (RFC 6962 §2.1.1 and §2.1.2), computed from the hashes of complete
/// subtrees. Each asks for about as many of them as the tree is high.
public record Proofs(Nodes nodes) {
    /// Root of the tree of the first so many leaves.
    public byte[] root(long size) {
        return size == 0 ? Merkle.empty() : hash(0, size);
    }

    /// What leads from a leaf to the root, from the bottom up.
    ///
    /// @param index of the leaf, from 0
    /// @throws IllegalArgumentException when the tree has no such leaf
    public List<byte[]> inclusion(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("no leaf " + index + " among " + size);
        }
        var path = new ArrayList<byte[]>();
        include(index, 0, size, path);
        return path;
    }

    /// What shows that the smaller tree is the beginning of the larger one. Empty when they are the
    /// same, or the smaller one is empty.
    ///
    /// @throws IllegalArgumentException when the smaller one is the larger one
    public List<byte[]> consistency(long smaller, long larger) {
        if (smaller < 0 || smaller > larger) {
            throw new IllegalArgumentException(smaller + " is not within " + larger);
        }
        var path = new ArrayList<byte[]>();
        if (smaller > 0 && smaller < larger) {
            agree(smaller, 0, larger, true, path);
        }
        return path;
    }

    private void include(long index, long from, long to, List<byte[]> path) {
        if (to - from == 1) {
            return;
        }
        long middle = from + split(to - from);
        if (index < middle) {
            include(index, from, middle, path);
            path.add(hash(middle, to));
        } else {
            include(index, middle, to, path);
            path.add(hash(from, middle));
        }
    }

    /// @param known whether this subtree's hash is the smaller tree's root, which the other side
    ///   has
    private void agree(long smaller, long from, long to, boolean known, List<byte[]> path) {
        if (smaller == to) {
            if (!known) {
                path.add(hash(from, to));
            }
            return;
        }
        long middle = from + split(to - from);
        if (smaller <= middle) {
            agree(smaller, from, middle, known, path);
            path.add(hash(middle, to));
        } else {
            agree(smaller, middle, to, false, path);
            path.add(hash(from, middle));
        }
    }

    private byte[] hash(long from, long to) {
        long size = to - from;
        if (Long.bitCount(size) == 1) {
            int level = Long.numberOfTrailingZeros(size);
            return nodes.node(level, from >> level);
        }
        long middle = from + split(size);
        return Merkle.node(hash(from, middle), hash(middle, to));
    }

    /// The largest power of two below.
    private static long split(long size) {
        return Long.highestOneBit(size - 1);
    }
}
