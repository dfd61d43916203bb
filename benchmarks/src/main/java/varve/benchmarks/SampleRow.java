package varve.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/// A row as the log itself has written it, to be inserted again and again by plain JDBC.
@SuppressWarnings("ArrayRecordComponent") // never compared
record SampleRow(byte[] meta, byte[] payload) {
    private static final String INSERT =
            """
            insert into plain (stream, seq, kind, event_id, at, type, revision, meta, payload)
            values (?, ?, 'scope', ?, ?, 'scope.described', '1', ?, ?)
            """;

    /// Reads one, and makes the table for its copies: the log's, with positions from a sequence.
    static SampleRow takenFrom(DataSource log) throws SQLException {
        try (var connection = log.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create table plain (like varve_log.es_event including all)");
            statement.execute("create sequence plain_pos owned by plain.pos");
            statement.execute("alter table plain alter pos set default nextval('plain_pos')");
            var row =
                    statement.executeQuery("select meta, payload from varve_log.es_event limit 1");
            if (!row.next()) {
                throw new IllegalStateException("the log is empty");
            }
            return new SampleRow(row.getBytes(1), row.getBytes(2));
        }
    }

    static PreparedStatement insert(Connection connection) throws SQLException {
        return connection.prepareStatement(INSERT);
    }

    void set(PreparedStatement insert, String stream, long sequence) throws SQLException {
        insert.setString(1, stream);
        insert.setLong(2, sequence);
        insert.setString(3, UUID.randomUUID().toString());
        insert.setLong(4, System.currentTimeMillis() * 1000);
        insert.setBytes(5, meta);
        insert.setBytes(6, payload);
    }
}
