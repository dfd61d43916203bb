package varve.eventlog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads facts as bytes, past everything that would interpret them.
public record StoredFacts(JdbcClient db) {
    private static final String AFTER =
            """
            select pos, stream, seq, kind, event_id, at, type, revision, meta, payload
            from varve_log.es_event where pos > ? order by pos limit ?
            """;

    /// In log order.
    public List<StoredFact> after(long position, int most) {
        return db.sql(AFTER).params(position, most).query((row, _) -> fact(row)).list();
    }

    private static StoredFact fact(ResultSet row) throws SQLException {
        return new StoredFact(
                row.getLong("pos"),
                row.getString("stream"),
                row.getLong("seq"),
                row.getString("kind"),
                row.getString("event_id"),
                row.getLong("at"),
                row.getString("type"),
                row.getString("revision"),
                row.getBytes("meta"),
                row.getBytes("payload"));
    }
}
