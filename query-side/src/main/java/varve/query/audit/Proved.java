package varve.query.audit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.Sha256;
import varve.contract.transparency.Statement;
import varve.query.transparency.LogProofs.Batch;

/// Ties what an answer shows of a fact to its leaf: the stored bytes, the statement that names
/// their hashes, and the leaf that commits to the statement.
@Component
class Proved {
    private static final String STORED =
            """
            select pos, stream, seq, kind, event_id, at, type, revision, meta, payload
            from varve_log.es_event where pos = ?
            """;

    /// @param index of the leaf, from 0
    /// @param hashes base64, from the bottom up
    /// @param statement its SHA-256 is the leaf's commitment
    /// @param payload the fact's stored bytes; their SHA-256 stands in the statement
    /// @param meta where it came from, likewise
    record Proof(
            long index,
            String leaf,
            List<String> hashes,
            String statement,
            String payload,
            String meta) {}

    private record Stored(Statement statement, String payload, String meta) {}

    private final JdbcClient db;

    Proved(JdbcClient db) {
        this.db = db;
    }

    /// Absent for a fact that has no leaf yet.
    @Nullable Proof proof(long position, Batch batch) {
        if (position > batch.size()) {
            return null;
        }
        var included = batch.of(position);
        return stored(position)
                .map(stored ->
                        new Proof(
                                included.index(),
                                included.leaf(),
                                included.hashes(),
                                stored.statement().text(),
                                stored.payload(),
                                stored.meta()))
                .orElse(null);
    }

    private Optional<Stored> stored(long position) {
        return db.sql(STORED)
                .param(position)
                .query((row, _) -> {
                    var payload = row.getBytes("payload");
                    var meta = row.getBytes("meta");
                    var statement =
                            new Statement(
                                    row.getLong("pos"),
                                    row.getString("stream"),
                                    row.getLong("seq"),
                                    row.getString("kind"),
                                    row.getString("event_id"),
                                    row.getLong("at"),
                                    row.getString("type"),
                                    row.getString("revision"),
                                    Sha256.hex(payload),
                                    Sha256.hex(meta));
                    return new Stored(
                            statement,
                            new String(payload, StandardCharsets.UTF_8),
                            new String(meta, StandardCharsets.UTF_8));
                })
                .optional();
    }
}
