package varve.eventlog;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// A log with nothing in it and nobody reading it yet, before each test, on whatever PostgreSQL.
abstract class FreshLog {
    HikariDataSource database;
    Node node;

    /// A fresh and empty one.
    abstract HikariDataSource newDatabase();

    @BeforeEach
    void open() {
        database = newDatabase();
        node = Node.opened(database, new ScopeRules(0), Options.defaults());
    }

    @AfterEach
    void close() {
        node.close();
        database.close();
    }

    /// @return the position of the last fact
    long create(String... scopes) {
        long last = 0;
        for (var scope : scopes) {
            last = node.commands().send(Wishes.create(scope), Wishes.luca()).position();
        }
        return last;
    }

    static List<Long> range(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }
}
