package varve.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/// One row, one transaction, one connection for each writer: what a framework does by default.
record SingleInserts(DataSource pool, SampleRow row) implements Contestant {
    @Override
    public String name() {
        return "JDBC, one insert a transaction";
    }

    @Override
    public Writer writer(int number) {
        try {
            var connection = pool.getConnection();
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
                row.set(insert, stream, sequence++);
                return insert.executeUpdate();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            try (connection) {
                insert.close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
