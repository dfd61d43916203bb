package varve.projections.transparency;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.transparency.Checkpoint;
import varve.contract.transparency.Merkle;

/// `varve_tlog.tree`: how far the log is built, in the transaction that moves the checkpoint of its
/// projection.
@Component
class TreeTable {
    private static final String BEGIN =
            """
            insert into varve_tlog.tree (origin, key, size, root) values (?, ?, 0, ?)
            on conflict do nothing
            """;

    /// @param key as verifiers write it
    record Tree(Checkpoint at, String key) {}

    private final JdbcClient db;

    TreeTable(JdbcClient db) {
        this.db = db;
    }

    Optional<Tree> read() {
        return db.sql("select origin, key, size, root from varve_tlog.tree")
                .query((row, _) ->
                        new Tree(
                                new Checkpoint(
                                        row.getString("origin"),
                                        row.getLong("size"),
                                        row.getString("root")),
                                row.getString("key")))
                .optional();
    }

    void begin(LogIdentity identity) {
        var empty = Checkpoint.of(identity.origin(), 0, Merkle.empty());
        db.sql(BEGIN)
                .params(
                        empty.origin(),
                        identity.key().verifier(empty.origin()).text(),
                        empty.root())
                .update();
    }

    void move(Checkpoint to) {
        db.sql("update varve_tlog.tree set size = ?, root = ?")
                .params(to.size(), to.root())
                .update();
    }
}
