package varve.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import varve.testkit.TestPostgres;

/// Why the log gives out positions under a lock. A sequence numbers rows when they are inserted,
/// not when they are committed, so a reader that asks for all after the last position it saw can
/// run past one that is not there yet, and never comes back for it.
class NaiveReaderTest {
    private final List<Long> seen = new ArrayList<>();

    @Test
    void a_reader_of_positions_from_a_sequence_loses_facts() throws SQLException {
        try (var database = TestPostgres.database();
                var early = database.getConnection();
                var late = database.getConnection();
                var reader = database.getConnection()) {
            execute(early, "create table naive (pos bigserial primary key, fact text)");
            early.setAutoCommit(false);
            late.setAutoCommit(false);

            execute(early, "insert into naive (fact) values ('first')");
            execute(late, "insert into naive (fact) values ('second')");
            late.commit();
            read(reader);
            early.commit();
            read(reader);

            long lost = count(reader) - seen.size();
            assertThat(seen).containsExactly(2L);
            assertThat(lost).isEqualTo(1);
        }
    }

    @Test
    void the_same_reader_on_the_log_loses_none() throws SQLException {
        try (var database = TestPostgres.database();
                var node = Node.started(database);
                var early = database.getConnection();
                var reader = database.getConnection()) {
            early.setAutoCommit(false);
            execute(early, "update varve_log.es_head set pos = pos + 1");
            var sent =
                    Thread.ofVirtual()
                            .start(() -> {
                                var _ = node.commands().send(Wishes.create("acme"), Wishes.luca());
                            });

            // whoever comes later waits for a number until the earlier is done
            readLog(reader);
            assertThat(seen).isEmpty();
            execute(
                    early,
                    """
                    insert into varve_log.es_event
                    values (1, 'scope:early', 0, 'scope', 'e', 0, 'scope.created', '1', '{}', '{}')
                    """);
            early.commit();
            sent.join();
            readLog(reader);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }

        assertThat(seen).containsExactly(1L, 2L, 3L, 4L);
    }

    private void read(Connection reader) throws SQLException {
        readFrom(reader, "naive");
    }

    private void readLog(Connection reader) throws SQLException {
        readFrom(reader, "varve_log.es_event");
    }

    private void readFrom(Connection reader, String table) throws SQLException {
        long last = seen.isEmpty() ? 0 : seen.getLast();
        try (var select =
                reader.prepareStatement(
                        "select pos from " + table + " where pos > ? order by pos")) {
            select.setLong(1, last);
            var rows = select.executeQuery();
            while (rows.next()) {
                seen.add(rows.getLong(1));
            }
        }
    }

    private static long count(Connection reader) throws SQLException {
        try (var select = reader.createStatement()) {
            var rows = select.executeQuery("select count(*) from naive");
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
