package varve.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/// A hundred rows a transaction: what a bulk load does, and no command could, as it would have to
/// wait for ninety-nine others.
record BatchInserts(DataSource pool, SampleRow row) implements Contestant {
    private static final int ROWS = 100;

    @Override
    public String name() {
        return "JDBC, batches of " + ROWS;
    }

    @Override
    public Writer writer(int number) {
        try {
            var connection = pool.getConnection();
            connection.setAutoCommit(false);
            return new Inserting(row, connection, SampleRow.insert(connection));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Inserting implements Writer {
        private final SampleRow row;
        private final Connection connection;
        private final PreparedStatement insert;
        private final String stream = "scope:" + UUID.randomUUID();
        private long sequence;

        Inserting(SampleRow row, Connection connection, PreparedStatement insert) {
            this.row = row;
            this.connection = connection;
            this.insert = insert;
        }

        @Override
        public int write() {
            try {
                for (int i = 0; i < ROWS; i++) {
                    row.set(insert, stream, sequence++);
                    insert.addBatch();
                }
                int rows = insert.executeBatch().length;
                connection.commit();
                return rows;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            try (connection) {
                insert.close();
                connection.setAutoCommit(true);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
