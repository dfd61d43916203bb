package varve.eventlog.postgres;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/// Plain statements on a connection of their own, never in the transaction of the calling thread.
record Database(DataSource dataSource) {
    @FunctionalInterface
    interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }

    @FunctionalInterface
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    <T> List<T> list(String sql, Parameters parameters, RowReader<T> reader) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            parameters.set(statement);
            try (var result = statement.executeQuery()) {
                var rows = new ArrayList<T>();
                while (result.next()) {
                    rows.add(reader.read(result));
                }
                return rows;
            }
        } catch (SQLException e) {
            throw new LogUnavailable("the log cannot be read", e);
        }
    }

    <T> Optional<T> first(String sql, Parameters parameters, RowReader<T> reader) {
        return list(sql, parameters, reader).stream().findFirst();
    }

    void update(String sql, Parameters parameters) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            parameters.set(statement);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new LogUnavailable("the log cannot be written", e);
        }
    }
}
