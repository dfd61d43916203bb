package varve.projections.search;

import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Gatherers;
import org.springframework.jdbc.core.simple.JdbcClient;
import varve.contract.ReadBack;
import varve.eventlog.Fact;
import varve.eventlog.Projection;

/// Keeps one index in Elasticsearch. It is written from the tables, so it lets them go first.
public final class Indexing<S> implements Projection {
    private static final Duration TABLES_FIRST = Duration.ofSeconds(5);

    /// How many entries are sent at once.
    private static final int HANDFUL = 500;

    private final String name;
    private final Catalogue<S> catalogue;
    private final SearchIndex index;
    private final ReadBack tables;
    private final Set<S> outdated = new LinkedHashSet<>();
    private final ReentrantLock turns = new ReentrantLock();
    private long position;

    private Indexing(
            String name,
            Catalogue<S> catalogue,
            SearchServer server,
            String prefix,
            ReadBack tables) {
        this.name = name;
        this.catalogue = catalogue;
        this.index = new SearchIndex(server, prefix + catalogue.index(), catalogue.properties());
        this.tables = tables;
    }

    /// @param prefix put before the index's name, so that registries can share a search server
    public static Indexing<?> ofPackages(
            SearchServer server, String prefix, Entries entries, ReadBack tables) {
        return new Indexing<>("search", new PackageCatalogue(entries), server, prefix, tables);
    }

    /// @param prefix put before the index's name, so that registries can share a search server
    public static Indexing<?> ofModules(
            SearchServer server, String prefix, JdbcClient db, ReadBack tables) {
        return new Indexing<>("module-search", new ModuleCatalogue(db), server, prefix, tables);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void on(Fact fact) {
        position = fact.position();
        catalogue.touchedBy(fact.event()).forEach(outdated::add);
    }

    @Override
    public void beforeCommit() {
        try {
            if (!outdated.isEmpty()) {
                bring();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("search index " + index.name(), e);
        } finally {
            outdated.clear();
        }
    }

    @Override
    public void rolledBack() {
        outdated.clear();
    }

    @Override
    public boolean transientTrouble(Throwable trouble) {
        return Projection.super.transientTrouble(trouble) || SearchIndex.isTransient(trouble);
    }

    @Override
    public void reset() {
        index.remove();
    }

    private void bring() throws IOException {
        if (!tables.await(position, TABLES_FIRST)) {
            throw new IOException("the tables are not at " + position + " yet");
        }
        turns.lock();
        try {
            index.prepare(this::fill);
            send(outdated);
        } finally {
            turns.unlock();
        }
    }

    /// Sees to it that there is an index, and that it has what there is already.
    void prepare() throws IOException {
        turns.lock();
        try {
            index.prepare(this::fill);
        } finally {
            turns.unlock();
        }
    }

    private void fill() throws IOException {
        var some = catalogue.after(null, HANDFUL);
        while (!some.isEmpty()) {
            send(some);
            some = catalogue.after(some.getLast(), HANDFUL);
        }
    }

    private void send(Collection<S> subjects) throws IOException {
        List<List<BulkOperation>> handfuls =
                subjects.stream()
                        .flatMap(subject -> catalogue.brought(subject, index))
                        .gather(Gatherers.windowFixed(HANDFUL))
                        .toList();
        for (var handful : handfuls) {
            index.send(handful);
        }
    }
}
