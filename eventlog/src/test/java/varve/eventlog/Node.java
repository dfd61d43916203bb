package varve.eventlog;

import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/// One running log with one projection, as one process of the registry has it.
record Node(EventLog log, SeenTable seen) implements AutoCloseable {
    static final Duration SOON = Duration.ofSeconds(20);

    static Node started(DataSource database) {
        return started(database, new ScopeRules(0));
    }

    static Node started(DataSource database, ScopeRules rules) {
        var node = opened(database, rules, Options.defaults());
        node.log().start();
        return node;
    }

    static Node opened(DataSource database, ScopeRules rules, Options options) {
        var seen = new SeenTable("tables", database);
        return new Node(
                EventLog.open(
                        database,
                        new JdbcTransactionManager(database),
                        List.of(rules),
                        List.of(seen),
                        options),
                seen);
    }

    Commands commands() {
        return log.commands();
    }

    boolean hasRead(long position) {
        return log.await("tables", position, SOON);
    }

    @Override
    public void close() {
        log.close();
    }
}
