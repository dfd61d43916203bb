package varve.query.transparency;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import varve.blobs.Blobs;
import varve.blobs.LogTiles;
import varve.blobs.ShelfTrouble;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.transparency.Checkpoint;
import varve.contract.transparency.Leaf;
import varve.contract.transparency.LogProgress;
import varve.contract.transparency.Proofs;

/// Proofs, computed from the tiles on the shelf as anybody could.
@Component
public class LogProofs {
    /// The longest that a fact takes to get its leaf while all is well.
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final int ROOTS_REMEMBERED = 10_000;

    private final Blobs blobs;
    private final LogProgress progress;
    private final Cache<Long, String> roots =
            Caffeine.newBuilder().maximumSize(ROOTS_REMEMBERED).build();

    LogProofs(Blobs blobs, LogProgress progress) {
        this.blobs = blobs;
        this.progress = progress;
    }

    /// The state of the log that an answer holds for.
    ///
    /// @param size the first so many facts
    /// @param root of the tree of their leaves, base64
    public record AsOf(long size, String root) {}

    /// That one leaf is in the log.
    ///
    /// @param hashes base64, from the bottom up
    public record Inclusion(long index, String leaf, List<String> hashes) {}

    /// The signed statement.
    ///
    /// @throws Refused when there is none yet
    public String note() {
        return shelf(() ->
                new LogTiles(blobs)
                        .checkpoint()
                        .orElseThrow(() -> new Refused(new Refusal.FactNotFound("1"))));
    }

    public Checkpoint told() {
        return Checkpoint.parse(note());
    }

    /// The log as it was when it had so many facts, or as many of those as have their leaves.
    public AsOf asOf(long size) {
        long covered = progress.await(size, PATIENCE) ? size : Math.min(size, told().size());
        return new AsOf(covered, root(covered));
    }

    private String root(long size) {
        return Objects.requireNonNull(
                roots.get(size, wanted -> base64(shelf(() -> new Proofs(tiles()).root(wanted)))));
    }

    /// Proofs that belong to one answer.
    public Batch batch(long size) {
        return new Batch(size, tiles());
    }

    /// Reads every tile once.
    public record Batch(long size, LogTiles tiles) {
        /// That the fact at this position is among them.
        ///
        /// @throws Refused when it is not
        public Inclusion of(long position) {
            if (position < 1 || position > size) {
                throw new Refused(new Refusal.FactNotFound(Long.toString(position)));
            }
            return shelf(() ->
                    new Inclusion(
                            position - 1,
                            new String(tiles.leaf(position - 1), StandardCharsets.UTF_8),
                            base64(new Proofs(tiles).inclusion(position - 1, size))));
        }

        public Leaf leaf(long position) {
            return shelf(() -> Leaf.parse(tiles.leaf(position - 1)));
        }
    }

    /// That the log of one size is the beginning of the log of another.
    public List<String> consistency(long smaller, long larger) {
        return shelf(() -> base64(new Proofs(tiles()).consistency(smaller, larger)));
    }

    private LogTiles tiles() {
        return LogTiles.remembering(blobs);
    }

    private static List<String> base64(List<byte[]> hashes) {
        return hashes.stream().map(LogProofs::base64).toList();
    }

    private static String base64(byte[] hash) {
        return Base64.getEncoder().encodeToString(hash);
    }

    private interface Reading<T> {
        T read();
    }

    private static <T> T shelf(Reading<T> reading) {
        try {
            return reading.read();
        } catch (ShelfTrouble _) {
            throw new Refused(new Refusal.Unavailable("storage"));
        }
    }
}
