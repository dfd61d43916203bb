package varve.eventlog.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Sorts out appends of which the plain way told too little: one of them lost a race, or the
/// connection broke while committing. Under the lock on the head nothing moves, so each is found to
/// be written already (by its event ids), impossible (its stream has moved on), or is written now.
///
/// A statement of a broken connection may still be on its way and run later. It carries the same
/// event ids and sequences, so it fails as a whole if these are there by then.
final class Settlement {
    private final Connection connection;
    private final BiConsumer<Long, List<Row>> committed;

    Settlement(Connection connection, BiConsumer<Long, List<Row>> committed) {
        this.connection = connection;
        this.committed = committed;
    }

    /// @throws SQLException when nothing is settled; the connection, which may stand in a
    ///   transaction, is not to be used again
    void settle(List<Append> appends) throws SQLException {
        connection.setAutoCommit(false);
        settleLocked(appends);
        connection.setAutoCommit(true);
    }

    private void settleLocked(List<Append> appends) throws SQLException {
        try (var lock =
                connection.prepareStatement("select pos from varve_log.es_head for update")) {
            lock.executeQuery().close();
        }
        var written = positions(appends);
        var last = lastSequences(appends);
        var winners = new ArrayList<Append>();
        var losers = new HashMap<Append, Conflict>();
        for (var append : appends) {
            if (!written.containsKey(lastId(append))) {
                var conflict = advance(last, append);
                if (conflict == null) {
                    winners.add(append);
                } else {
                    losers.put(append, conflict);
                }
            }
        }
        var rows = winners.stream().flatMap(append -> append.rows().stream()).toList();
        long base = rows.isEmpty() ? 0 : EventInsert.write(connection, rows);
        connection.commit();

        for (var append : appends) {
            var position = written.get(lastId(append));
            if (position != null) {
                append.succeed(position);
            }
        }
        losers.forEach(Append::fail);
        if (!rows.isEmpty()) {
            committed.accept(base, rows);
            Appender.succeed(winners, base);
        }
    }

    /// Moves the streams on by what this appends, or leaves them all alone.
    private static @Nullable Conflict advance(Map<String, Long> last, Append append) {
        var moved = new HashMap<String, Long>();
        for (var row : append.rows()) {
            var known = moved.getOrDefault(row.stream(), last.get(row.stream()));
            long present = known == null ? -1 : known;
            if (row.sequence() != present + 1) {
                return new Conflict(row, present);
            }
            moved.put(row.stream(), row.sequence());
        }
        last.putAll(moved);
        return null;
    }

    private static String lastId(Append append) {
        return append.rows().getLast().eventId();
    }

    private Map<String, Long> positions(List<Append> appends) throws SQLException {
        return numbers(
                "select event_id, pos from varve_log.es_event where event_id = any (?)",
                appends.stream().map(Settlement::lastId).toArray());
    }

    private Map<String, Long> lastSequences(List<Append> appends) throws SQLException {
        return numbers(
                "select stream, max(seq) from varve_log.es_event where stream = any (?) group by 1",
                appends.stream()
                        .flatMap(append -> append.rows().stream())
                        .map(Row::stream)
                        .distinct()
                        .toArray());
    }

    private Map<String, Long> numbers(String sql, Object[] keys) throws SQLException {
        var numbers = new HashMap<String, Long>();
        try (var query = connection.prepareStatement(sql)) {
            query.setArray(1, connection.createArrayOf("text", keys));
            try (var result = query.executeQuery()) {
                while (result.next()) {
                    numbers.put(result.getString(1), result.getLong(2));
                }
            }
        }
        return numbers;
    }
}
