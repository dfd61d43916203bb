package varve.eventlog;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A projection that writes down what it sees, in the order in which it sees it, and can be told to
/// stumble.
final class SeenTable implements Projection {
    private final String name;
    private final JdbcClient jdbc;
    private final List<Fact> gathered = new ArrayList<>();
    final List<Fact> committed = new CopyOnWriteArrayList<>();
    final AtomicInteger batches = new AtomicInteger();
    volatile Consumer<Fact> before = _ -> {};

    SeenTable(String name, DataSource dataSource) {
        this.name = name;
        jdbc = JdbcClient.create(dataSource);
        jdbc.sql("create table if not exists seen_" + name + " (n bigserial, pos bigint)").update();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void on(Fact fact) {
        gathered.add(fact);
        before.accept(fact);
    }

    @Override
    public void beforeCommit() {
        var positions = gathered.stream().map(Fact::position).toArray(Long[]::new);
        jdbc.sql("insert into seen_" + name + " (pos) select * from unnest(?::bigint[])")
                .param(positions)
                .update();
    }

    @Override
    public void afterCommit() {
        batches.incrementAndGet();
        committed.addAll(gathered);
        gathered.clear();
    }

    @Override
    public void rolledBack() {
        gathered.clear();
    }

    @Override
    public void reset() {
        jdbc.sql("truncate seen_" + name).update();
        committed.clear();
    }

    List<Long> positions() {
        return jdbc.sql("select pos from seen_" + name + " order by n")
                .query((row, _) -> row.getLong(1))
                .list();
    }
}
