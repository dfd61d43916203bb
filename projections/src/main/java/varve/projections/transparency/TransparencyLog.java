package varve.projections.transparency;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.blobs.Blobs;
import varve.contract.transparency.Checkpoint;
import varve.contract.transparency.Leaf;
import varve.eventlog.Fact;
import varve.eventlog.Projection;
import varve.eventlog.StoredFact;
import varve.eventlog.StoredFacts;

/// Gives every fact its leaf, in log order, and signs the tree. What was signed once is never taken
/// back: when facts, tiles and the last statement do not fit one another, it stands still, says so,
/// and tries again.
@Component
public class TransparencyLog implements Projection {
    public static final String NAME = "transparency";

    private final TreeTable table;
    private final HiddenTable hidden;
    private final StoredFacts stored;
    private final TileShelf shelf;
    private final LogIdentity identity;
    private final List<Fact> batch = new ArrayList<>();
    private @Nullable Growth growth;

    /// @param edge at the size of the table
    /// @param told what the world was told before this node began
    /// @param hidden what is private
    private record Growth(String origin, Edge edge, Checkpoint told, Set<String> hidden) {}

    TransparencyLog(
            JdbcClient db, TreeTable table, HiddenTable hidden, Blobs blobs, LogIdentity identity) {
        this.table = table;
        this.hidden = hidden;
        this.stored = new StoredFacts(db);
        this.shelf = new TileShelf(blobs);
        this.identity = identity;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void on(Fact fact) {
        batch.add(fact);
    }

    @Override
    public void beforeCommit() {
        if (batch.isEmpty()) {
            return;
        }
        long first = batch.getFirst().position();
        var grown = growth == null || growth.edge().size() != first - 1 ? read(first - 1) : growth;
        growth = null; // until all of this has gone well
        var leaves = stored.after(first - 1, batch.size());
        for (int i = 0; i < batch.size(); i++) {
            append(grown, leaves.get(i), batch.get(i));
        }
        batch.clear();
        publish(grown);
        growth = grown;
    }

    private void append(Growth grown, StoredFact fact, Fact read) {
        if (fact.position() != read.position() || fact.position() != grown.edge().size() + 1) {
            throw new ForkedLog("position " + (grown.edge().size() + 1) + " is missing");
        }
        hidden.on(fact, grown.hidden());
        var leaf =
                new Leaf(
                        fact.position(),
                        PublicWords.of(read.event(), read.at(), grown.hidden()),
                        fact.statement().commitment());
        grown.edge().append(leaf.content());
        if (grown.edge().size() == grown.told().size()) {
            same(grown.edge().root(), grown.told());
        }
    }

    private static void same(byte[] root, Checkpoint told) {
        if (!Checkpoint.of(told.origin(), told.size(), root).equals(told)) {
            throw new ForkedLog(
                    "its first " + told.size() + " leaves are not those that were signed");
        }
    }

    private void publish(Growth grown) {
        var edge = grown.edge();
        var checkpoint = Checkpoint.of(grown.origin(), edge.size(), edge.root());
        if (edge.size() <= grown.told().size()) {
            shelf.mend(edge);
        } else {
            shelf.lay(edge);
            shelf.tell(checkpoint, identity.key());
        }
        table.move(checkpoint);
    }

    /// A log that the shelf knows already keeps its name, wherever the shelf came from.
    private LogIdentity named() {
        return shelf.tiles()
                .checkpoint()
                .map(note -> new LogIdentity(Checkpoint.parse(note).origin(), identity.key()))
                .orElse(identity);
    }

    private Growth read(long size) {
        table.begin(named());
        var tree = table.read().orElseThrow();
        var origin = tree.at().origin();
        if (!tree.key().equals(identity.key().verifier(origin).text())) {
            throw new ForkedLog("it is signed with another key than this node's, " + tree.key());
        }
        if (tree.at().size() != size) {
            throw new ForkedLog("it is built to " + tree.at().size() + ", not to " + size);
        }
        var edge = size == 0 ? new Edge() : Edge.of(shelf.tiles(), size);
        same(edge.root(), tree.at());
        var told = shelf.told(identity.key(), origin).orElse(Checkpoint.of(origin, 0, edge.root()));
        if (told.size() > 0 && told.size() <= size) {
            same(shelf.root(told.size()), told);
        }
        return new Growth(origin, edge, told, hidden.read());
    }

    @Override
    public void rolledBack() {
        batch.clear();
        growth = null;
    }

    /// The tree is built anew; what the world was told stays, and must come out again.
    @Override
    public void reset() {
        rolledBack();
        table.begin(named());
        var tree = table.read().orElseThrow();
        table.move(Checkpoint.of(tree.at().origin(), 0, new Edge().root()));
        hidden.clear();
    }

    /// No leaf is ever left out: whatever is wrong, it is tried again.
    @Override
    public boolean transientTrouble(Throwable trouble) {
        return true;
    }
}
