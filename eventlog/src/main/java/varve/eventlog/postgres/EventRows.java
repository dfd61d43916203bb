package varve.eventlog.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;

/// Reads facts, by stream and by position.
final class EventRows {
    static final String FIELDS = "stream, seq, kind, event_id, at, type, revision, meta, payload";

    private final Database database;

    EventRows(Database database) {
        this.database = database;
    }

    /// @param first sequence from which to read
    List<GenericDomainEventEntry<byte[]>> ofStream(String stream, long first) {
        return database.list(
                "select "
                        + FIELDS
                        + " from varve_log.es_event"
                        + " where stream = ? and seq >= ? order by seq",
                query -> {
                    query.setString(1, stream);
                    query.setLong(2, first);
                },
                EventRows::read);
    }

    List<TrackedEventData<?>> after(long position, int most) {
        return database.list(
                "select "
                        + FIELDS
                        + ", pos from varve_log.es_event"
                        + " where pos > ? order by pos limit ?",
                query -> {
                    query.setLong(1, position);
                    query.setInt(2, most);
                },
                row ->
                        new TrackedDomainEventData<>(
                                new GlobalSequenceTrackingToken(row.getLong("pos")), read(row)));
    }

    long head() {
        return database.first("select pos from varve_log.es_head", _ -> {}, row -> row.getLong(1))
                .orElseThrow();
    }

    Optional<Long> lastSequence(String stream) {
        return database.first(
                "select seq from varve_log.es_event where stream = ? order by seq desc limit 1",
                query -> query.setString(1, stream),
                row -> row.getLong(1));
    }

    /// The position after which everything is younger.
    long before(Instant at) {
        return database.first(
                        "select min(pos) - 1 from varve_log.es_event where at >= ?",
                        query -> query.setLong(1, Row.micros(at)),
                        row -> row.getObject(1, Long.class))
                .orElseGet(this::head);
    }

    static GenericDomainEventEntry<byte[]> read(ResultSet row) throws SQLException {
        return new GenericDomainEventEntry<>(
                row.getString("kind"),
                row.getString("stream"),
                row.getLong("seq"),
                row.getString("event_id"),
                Row.instant(row.getLong("at")),
                row.getString("type"),
                row.getString("revision"),
                row.getBytes("payload"),
                row.getBytes("meta"));
    }

    /// A snapshot, stored like a fact.
    Optional<DomainEventData<?>> snapshot(String stream) {
        return database.first(
                "select " + FIELDS + " from varve_log.es_snapshot where stream = ?",
                query -> query.setString(1, stream),
                EventRows::read);
    }

    /// Keeps the younger of this and the one that is there.
    void keepSnapshot(Row row) {
        database.update(
                "insert into varve_log.es_snapshot ("
                        + FIELDS
                        + ") values (?,?,?,?,?,?,?,?,?)"
                        + " on conflict (stream) do update set seq = excluded.seq,"
                        + " kind = excluded.kind, event_id = excluded.event_id, at = excluded.at,"
                        + " type = excluded.type, revision = excluded.revision,"
                        + " meta = excluded.meta, payload = excluded.payload"
                        + " where es_snapshot.seq < excluded.seq"
                        + " or es_snapshot.revision <> excluded.revision",
                insert -> {
                    insert.setString(1, row.stream());
                    insert.setLong(2, row.sequence());
                    insert.setString(3, row.kind());
                    insert.setString(4, row.eventId());
                    insert.setLong(5, row.at());
                    insert.setString(6, row.type());
                    insert.setString(7, row.revision());
                    insert.setBytes(8, row.meta());
                    insert.setBytes(9, row.payload());
                });
    }
}
