package varve.standalone.upkeep;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import varve.blobs.Blobs;
import varve.blobs.LogTiles;
import varve.blobs.Paths;
import varve.blobs.ShelfTrouble;
import varve.contract.transparency.Checkpoint;
import varve.contract.transparency.Leaf;
import varve.contract.transparency.LogVerifier;
import varve.eventlog.StoredFact;
import varve.eventlog.StoredFacts;
import varve.projections.transparency.Regrown;

/// Checks that every fact in the database is the one that was signed: the statement on the shelf is
/// signed by its key, its root is that of the leaves, and every leaf commits to its fact.
record LogVerification(JdbcClient db, Blobs blobs) {
    private static final int AT_ONCE = 500;
    private static final int MOST_TOLD = 20;

    /// What is wrong, line by line.
    ///
    /// @param head position of the last fact, which may move on meanwhile: it is asked for when the
    ///   statement is at hand
    List<String> flaws(LongSupplier head) {
        var flaws = new ArrayList<String>();
        var tiles = new LogTiles(blobs);
        var note = tiles.checkpoint();
        long last = head.getAsLong();
        if (note.isEmpty()) {
            return last == 0 ? flaws : List.of("transparency log: there is none yet");
        }
        try {
            var told = verifier().checked(note.get());
            if (told.size() > last) {
                flaws.add(
                        "transparency log: %d facts were signed, but there are %d"
                                .formatted(told.size(), last));
            }
            compare(told, tiles, flaws);
        } catch (IllegalArgumentException | ShelfTrouble e) {
            flaws.add("transparency log: " + e.getMessage());
        }
        return flaws;
    }

    private LogVerifier verifier() {
        return LogVerifier.parse(
                blobs.bytes(Paths.logKey())
                        .map(String::new)
                        .orElseThrow(() -> new IllegalArgumentException("its key is missing")));
    }

    private void compare(Checkpoint told, LogTiles tiles, List<String> flaws) {
        var facts = new StoredFacts(db);
        var regrown = new Regrown();
        var page = facts.after(0, AT_ONCE);
        while (!page.isEmpty() && regrown.size() < told.size()) {
            for (var fact : page) {
                if (regrown.size() < told.size()) {
                    compare(fact, regrown.take(tiles), flaws);
                }
            }
            page = facts.after(page.getLast().position(), AT_ONCE);
        }
        if (regrown.size() == told.size() && !regrown.checkpoint(told.origin()).equals(told)) {
            flaws.add("transparency log: its leaves are not those that were signed");
        }
    }

    private static void compare(StoredFact fact, byte[] content, List<String> flaws) {
        var leaf = Leaf.parse(content);
        if (flaws.size() < MOST_TOLD
                && (leaf.position() != fact.position()
                        || !leaf.commitment().equals(fact.statement().commitment()))) {
            flaws.add(
                    "log: fact %d (%s of %s) is not the one that was signed"
                            .formatted(fact.position(), fact.type(), fact.stream()));
        }
    }
}
