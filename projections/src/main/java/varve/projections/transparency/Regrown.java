package varve.projections.transparency;

import java.util.Arrays;
import varve.blobs.LogTiles;
import varve.blobs.ShelfTrouble;
import varve.blobs.Tile;
import varve.contract.transparency.Checkpoint;

/// The tree once more, from the contents of its leaves as they lie on the shelf.
public final class Regrown {
    private final Edge edge = new Edge();
    private byte[] entries = new byte[0];
    private int at;

    public long size() {
        return edge.size();
    }

    /// The next leaf, from the first.
    ///
    /// @throws ShelfTrouble when it is not there
    public byte[] take(LogTiles tiles) {
        if (at >= entries.length) {
            var tile = new Tile(Tile.ENTRIES, size() / Tile.WIDTH);
            entries = tiles.all(tile);
            at = tile.length(entries, (int) (size() % Tile.WIDTH));
        }
        int length = (entries[at] & 0xff) << 8 | entries[at + 1] & 0xff;
        var leaf = Arrays.copyOfRange(entries, at + 2, at + 2 + length);
        at += 2 + length;
        edge.append(leaf);
        edge.takeComplete();
        return leaf;
    }

    public Checkpoint checkpoint(String origin) {
        return Checkpoint.of(origin, edge.size(), edge.root());
    }
}
