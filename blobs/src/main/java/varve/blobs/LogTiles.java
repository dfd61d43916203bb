package varve.blobs;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import varve.contract.transparency.Merkle;
import varve.contract.transparency.Nodes;

/// The transparency log as it lies on the shelf, for all who read it.
public final class LogTiles implements Nodes {
    private static final int TILE_HEIGHT = 8;
    private static final int LENGTH_BYTES = 2;

    private final Blobs blobs;
    private final @Nullable Map<Tile, byte[]> seen;

    private LogTiles(Blobs blobs, @Nullable Map<Tile, byte[]> seen) {
        this.blobs = blobs;
        this.seen = seen;
    }

    public LogTiles(Blobs blobs) {
        this(blobs, null);
    }

    /// Reads each tile once, for one question and one thread.
    public static LogTiles remembering(Blobs blobs) {
        return new LogTiles(blobs, new HashMap<>());
    }

    /// The latest signed statement; absent before the first.
    public Optional<String> checkpoint() {
        return blobs.bytes(Paths.checkpoint()).map(String::new);
    }

    /// The beginning of a tile.
    ///
    /// @param width how many of its things are wanted
    /// @return empty when it does not hold so many yet
    public Optional<byte[]> read(Tile tile, int width) {
        return present(tile).flatMap(content -> beginning(tile, content, width));
    }

    /// A tile that is complete.
    public Optional<byte[]> whole(Tile tile) {
        return blobs.bytes(Paths.tile(tile));
    }

    /// As much of a tile as there is.
    ///
    /// @throws ShelfTrouble when there is nothing
    public byte[] all(Tile tile) {
        return present(tile).orElseThrow(() -> new ShelfTrouble("no " + tile.key(), null));
    }

    private Optional<byte[]> present(Tile tile) {
        var remembered = seen;
        if (remembered == null) {
            return found(tile);
        }
        var known = remembered.get(tile);
        if (known != null) {
            return Optional.of(known);
        }
        var found = found(tile);
        if (found.isPresent()) {
            remembered.put(tile, found.get());
        }
        return found;
    }

    /// A tile that is completed meanwhile moves from one place to the other.
    private Optional<byte[]> found(Tile tile) {
        return whole(tile).or(() -> blobs.bytes(Paths.growing(tile))).or(() -> whole(tile));
    }

    private static Optional<byte[]> beginning(Tile tile, byte[] content, int width) {
        int length = tile.length(content, width);
        return length < 0 ? Optional.empty() : Optional.of(Arrays.copyOf(content, length));
    }

    /// What a leaf says.
    ///
    /// @throws ShelfTrouble when the shelf does not hold it
    public byte[] leaf(long index) {
        var tile = new Tile(Tile.ENTRIES, index / Tile.WIDTH);
        int place = (int) (index % Tile.WIDTH);
        var content = required(tile, place + 1);
        int from = tile.length(content, place) + LENGTH_BYTES;
        return Arrays.copyOfRange(content, from, content.length);
    }

    @Override
    public byte[] node(int level, long index) {
        int height = level % TILE_HEIGHT;
        long first = index << height;
        var tile = new Tile(level / TILE_HEIGHT, first / Tile.WIDTH);
        int from = (int) (first % Tile.WIDTH);
        var content = required(tile, from + (1 << height));
        return node(content, from, 1 << height);
    }

    private byte[] required(Tile tile, int width) {
        return read(tile, width)
                .orElseThrow(() -> new ShelfTrouble("no " + width + " of " + tile.key(), null));
    }

    /// Hash over so many neighbours within a tile, a power of two.
    public static byte[] node(byte[] hashes, int from, int count) {
        if (count == 1) {
            int at = from * Merkle.LENGTH;
            return Arrays.copyOfRange(hashes, at, at + Merkle.LENGTH);
        }
        int half = count / 2;
        return Merkle.node(node(hashes, from, half), node(hashes, from + half, half));
    }
}
