package varve.eventlog.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

/// Writes any number of facts in one statement: takes the lock on the head, gives out positions
/// after it, and wakes the other nodes once it is committed.
final class EventInsert {
    static final String CHANNEL = "varve_log";

    private static final String SQL =
            """
            with head as (
                update varve_log.es_head set pos = pos + ? returning pos - ? as base),
            written as (
                insert into varve_log.es_event
                    (pos, stream, seq, kind, event_id, at, type, revision, meta, payload)
                select head.base + row.n, row.stream, row.seq, row.kind, row.event_id, row.at,
                       row.type, row.revision, row.meta, row.payload
                from head,
                     unnest(?::text[], ?::bigint[], ?::text[], ?::text[], ?::bigint[], ?::text[],
                            ?::text[], ?::bytea[], ?::bytea[]) with ordinality
                     as row (stream, seq, kind, event_id, at, type, revision, meta, payload, n))
            select base, pg_notify('%s', (base + ?)::text) from head
            """
                    .formatted(CHANNEL);

    private EventInsert() {}

    /// Writes them in this order, and says which position comes before the first.
    static long write(Connection connection, List<Row> rows) throws SQLException {
        try (var insert = connection.prepareStatement(SQL)) {
            insert.setLong(1, rows.size());
            insert.setLong(2, rows.size());
            array(insert, 3, "text", rows, String[]::new, Row::stream);
            array(insert, 4, "int8", rows, Long[]::new, Row::sequence);
            array(insert, 5, "text", rows, String[]::new, Row::kind);
            array(insert, 6, "text", rows, String[]::new, Row::eventId);
            array(insert, 7, "int8", rows, Long[]::new, Row::at);
            array(insert, 8, "text", rows, String[]::new, Row::type);
            array(insert, 9, "text", rows, String[]::new, Row::revision);
            array(insert, 10, "bytea", rows, byte[][]::new, Row::meta);
            array(insert, 11, "bytea", rows, byte[][]::new, Row::payload);
            insert.setLong(12, rows.size());
            try (var result = insert.executeQuery()) {
                if (!result.next()) {
                    throw new SQLException("varve_log.es_head has lost its row");
                }
                return result.getLong(1);
            }
        }
    }

    private static <T> void array(
            PreparedStatement insert,
            int index,
            String type,
            List<Row> rows,
            IntFunction<T[]> array,
            Function<Row, T> column)
            throws SQLException {
        var values = rows.stream().map(column).toArray(array);
        insert.setArray(index, insert.getConnection().createArrayOf(type, values));
    }
}
