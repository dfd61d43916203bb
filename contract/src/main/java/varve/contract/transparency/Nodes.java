package varve.contract.transparency;

/// Hashes of complete subtrees, wherever they are kept.
public interface Nodes {
    /// Hash over the leaves from `index · 2^level` to `(index + 1) · 2^level`, exclusive, all of
    /// which are there.
    byte[] node(int level, long index);
}
