package varve.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/// Plain JDBC, one connection for each writer.
///
/// @param rows a transaction. One is what a framework does by default; a hundred is what a bulk
///   load does, and no command could, as it would have to wait for ninety-nine others
record Inserts(DataSource pool, SampleRow row, int rows) implements Contestant {
    @Override
    public String name() {
        return rows == 1 ? "JDBC, one insert a transaction" : "JDBC, batches of " + rows;
    }

    @Override
    public Writer writer(int number) {
        try {
            var connection = pool.getConnection();
            connection.setAutoCommit(rows == 1);
            return new Inserting(connection, SampleRow.insert(connection));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private final class Inserting implements Writer {
        private final Connection connection;
        private final PreparedStatement insert;
        private final String stream = "scope:" + UUID.randomUUID();
        private long sequence;

        Inserting(Connection connection, PreparedStatement insert) {
            this.connection = connection;
            this.insert = insert;
        }

        @Override
        public int write() {
            try {
                return rows == 1 ? writeOne() : writeMany();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private int writeOne() throws SQLException {
            row.set(insert, stream, sequence++);
            return insert.executeUpdate();
        }

        private int writeMany() throws SQLException {
            for (int i = 0; i < rows; i++) {
                row.set(insert, stream, sequence++);
                insert.addBatch();
            }
            int written = insert.executeBatch().length;
            connection.commit();
            return written;
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
