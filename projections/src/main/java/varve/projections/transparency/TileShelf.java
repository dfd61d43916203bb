package varve.projections.transparency;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import varve.blobs.Blobs;
import varve.blobs.LogTiles;
import varve.blobs.Paths;
import varve.blobs.Tile;
import varve.contract.transparency.Checkpoint;
import varve.contract.transparency.LogKey;
import varve.contract.transparency.Proofs;

/// Lays the log on the shelf: tiles before the statement that counts them, so that whoever reads
/// the statement finds them.
record TileShelf(Blobs blobs, LogTiles tiles) {
    private static final String BYTES = "application/octet-stream";
    private static final String TEXT = "text/plain; charset=utf-8";

    TileShelf(Blobs blobs) {
        this(blobs, new LogTiles(blobs));
    }

    /// What the world was told last.
    ///
    /// @throws ForkedLog when it was not told with this key
    Optional<Checkpoint> told(LogKey key, String origin) {
        return tiles.checkpoint()
                .map(note -> {
                    try {
                        return key.verifier(origin).checked(note);
                    } catch (IllegalArgumentException e) {
                        throw new ForkedLog("its checkpoint is " + e.getMessage());
                    }
                });
    }

    /// Lays tiles anew up to where the world was told of them before: what is there must be the
    /// same.
    void mend(Edge edge) {
        edge.takeComplete().forEach((tile, content) -> mend(tile, content, true));
        edge.growing().forEach((tile, content) -> mend(tile, content, false));
    }

    private void mend(Tile tile, byte[] content, boolean whole) {
        var there = tiles.whole(tile).or(() -> blobs.bytes(Paths.growing(tile)));
        int common = Math.min(there.map(held -> held.length).orElse(0), content.length);
        if (there.isPresent() && Arrays.mismatch(there.get(), 0, common, content, 0, common) >= 0) {
            throw new ForkedLog(tile.key() + " is not what the facts make it");
        }
        if (whole && tiles.whole(tile).isEmpty()) {
            complete(tile, content);
        } else if (!whole && common < content.length) {
            blobs.put(Paths.growing(tile), content, BYTES);
        }
    }

    void lay(Edge edge) {
        var complete = edge.takeComplete();
        complete.forEach(this::complete);
        edge.growing().forEach((tile, content) -> blobs.put(Paths.growing(tile), content, BYTES));
    }

    private void complete(Tile tile, byte[] content) {
        blobs.put(Paths.tile(tile), content, BYTES);
        blobs.remove(Paths.growing(tile));
    }

    void tell(Checkpoint checkpoint, LogKey key) {
        blobs.put(Paths.logKey(), bytes(key.verifier(checkpoint.origin()).text() + "\n"), TEXT);
        blobs.put(Paths.checkpoint(), bytes(key.sign(checkpoint)), TEXT);
    }

    /// Root of the beginning of what lies on the shelf.
    byte[] root(long size) {
        return new Proofs(tiles).root(size);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
