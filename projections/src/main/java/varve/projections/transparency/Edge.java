package varve.projections.transparency;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import varve.blobs.LogTiles;
import varve.blobs.ShelfTrouble;
import varve.blobs.Tile;
import varve.contract.transparency.Merkle;

/// The right edge of the tree: of each level the tile that still grows. Together they hold every
/// hash that the root is made of.
final class Edge {
    private static final int TILE_HEIGHT = 8;
    private static final int LONGEST_LEAF = 0xffff;

    private final List<ByteArrayOutputStream> hashes = new ArrayList<>();
    private final ByteArrayOutputStream entries = new ByteArrayOutputStream();
    private final Map<Tile, byte[]> complete = new LinkedHashMap<>();
    private long size;

    /// The edge of an empty tree.
    Edge() {}

    /// The edge as it lies on the shelf.
    ///
    /// @throws ShelfTrouble when it does not lie there
    static Edge of(LogTiles tiles, long size) {
        var edge = new Edge();
        edge.size = size;
        edge.entries.writeBytes(read(tiles, Tile.ENTRIES, size));
        for (long left = size; left > 0; left >>= TILE_HEIGHT) {
            edge.level(edge.hashes.size()).writeBytes(read(tiles, edge.hashes.size() - 1, left));
        }
        return edge;
    }

    private static byte[] read(LogTiles tiles, int level, long things) {
        int width = (int) (things % Tile.WIDTH);
        if (width == 0) {
            return new byte[0];
        }
        var tile = new Tile(level, things / Tile.WIDTH);
        return tiles.read(tile, width)
                .orElseThrow(() -> new ShelfTrouble("no " + width + " of " + tile.key(), null));
    }

    long size() {
        return size;
    }

    void append(byte[] leaf) {
        if (leaf.length > LONGEST_LEAF) {
            throw new IllegalArgumentException("leaf " + size + " is too long");
        }
        entries.write(leaf.length >> 8);
        entries.write(leaf.length);
        entries.writeBytes(leaf);
        if (size % Tile.WIDTH == Tile.WIDTH - 1) {
            complete.put(new Tile(Tile.ENTRIES, size / Tile.WIDTH), entries.toByteArray());
            entries.reset();
        }
        size++;
        put(0, Merkle.leaf(leaf));
    }

    private void put(int level, byte[] hash) {
        var tile = level(level);
        tile.writeBytes(hash);
        if (tile.size() == Tile.WIDTH * Merkle.LENGTH) {
            long number = (size >> (TILE_HEIGHT * (level + 1))) - 1;
            var content = tile.toByteArray();
            complete.put(new Tile(level, number), content);
            tile.reset();
            put(level + 1, LogTiles.node(content, 0, Tile.WIDTH));
        }
    }

    private ByteArrayOutputStream level(int level) {
        while (hashes.size() <= level) {
            hashes.add(new ByteArrayOutputStream());
        }
        return hashes.get(level);
    }

    /// Root of the tree (RFC 6962 §2.1): what stands on the right is joined first.
    byte[] root() {
        byte[] root = new byte[0];
        for (int level = 0; level < hashes.size(); level++) {
            var tile = hashes.get(level).toByteArray();
            int width = tile.length / Merkle.LENGTH;
            for (int end = width; end > 0; end &= end - 1) {
                int count = Integer.lowestOneBit(end);
                var left = LogTiles.node(tile, end - count, count);
                root = root.length == 0 ? left : Merkle.node(left, root);
            }
        }
        return root.length == 0 ? Merkle.empty() : root;
    }

    /// Tiles that were completed since the last call.
    Map<Tile, byte[]> takeComplete() {
        var taken = Map.copyOf(complete);
        complete.clear();
        return taken;
    }

    /// Tiles that have begun and are not complete.
    Map<Tile, byte[]> growing() {
        var growing = new LinkedHashMap<Tile, byte[]>();
        add(growing, new Tile(Tile.ENTRIES, size / Tile.WIDTH), entries);
        for (int level = 0; level < hashes.size(); level++) {
            long number = size >> (TILE_HEIGHT * (level + 1));
            add(growing, new Tile(level, number), hashes.get(level));
        }
        return growing;
    }

    private static void add(Map<Tile, byte[]> growing, Tile tile, ByteArrayOutputStream content) {
        if (content.size() > 0) {
            growing.put(tile, content.toByteArray());
        }
    }
}
