package varve.projections.search;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import varve.contract.ReadBack;
import varve.contract.pkg.PackageEvent;
import varve.contract.pkg.PackageRef;
import varve.contract.scope.ScopeEvent;
import varve.contract.scope.ScopeName;
import varve.contract.search.PackageEntry;
import varve.contract.version.VersionEvent;
import varve.eventlog.Fact;
import varve.eventlog.Projection;

/// The index of packages in Elasticsearch. It is written from the tables, so it lets them go first.
public final class PackageIndex implements Projection {
    private static final java.time.Duration TABLES_FIRST = java.time.Duration.ofSeconds(5);

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_TROUBLE = 500;

    /// How many entries are sent at once.
    private static final int HANDFUL = 500;

    private final SearchServer server;
    private final String index;
    private final Entries entries;
    private final ReadBack tables;
    private final Set<PackageRef> outdated = new LinkedHashSet<>();
    private final Set<ScopeName> widened = new LinkedHashSet<>();
    private long position;
    private boolean ready;

    /// @param prefix put before the index's name, so that registries can share a search server
    public PackageIndex(SearchServer server, String prefix, Entries entries, ReadBack tables) {
        this.server = server;
        this.index = prefix + PackageEntry.INDEX;
        this.entries = entries;
        this.tables = tables;
    }

    @Override
    public String name() {
        return "search";
    }

    @Override
    public void on(Fact fact) {
        position = fact.position();
        switch (fact.event()) {
            case PackageEvent event -> outdated.add(event.pkg());
            case ScopeEvent.ScopeVisibilitySet event -> widened.add(event.scope());
            case VersionEvent.NpmVersionPublished event -> outdated.add(event.ref().pkg());
            case VersionEvent.VersionTombstoned event -> outdated.add(event.ref().pkg());
            case VersionEvent.VersionPublished event -> outdated.add(event.ref().pkg());
            case VersionEvent.VersionYanked event -> outdated.add(event.ref().pkg());
            case VersionEvent.VersionUnyanked event -> outdated.add(event.ref().pkg());
            case ScopeEvent.MemberJoined event -> widened.add(event.scope());
            default -> {}
        }
    }

    @Override
    public void beforeCommit() {
        try {
            if (!outdated.isEmpty() || !widened.isEmpty()) {
                bring();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("search index " + index, e);
        } finally {
            forget();
        }
    }

    @Override
    public void rolledBack() {
        forget();
    }

    private void forget() {
        outdated.clear();
        widened.clear();
    }

    /// A search server that is overloaded or starting says so with a status.
    @Override
    public boolean transientTrouble(Throwable trouble) {
        return Projection.super.transientTrouble(trouble)
                || (trouble instanceof ElasticsearchException e
                        && (e.status() == TOO_MANY_REQUESTS || e.status() >= SERVER_TROUBLE));
    }

    @Override
    public void reset() {
        try {
            server.client().indices().delete(d -> d.index(index).ignoreUnavailable(true));
            ready = false;
        } catch (IOException e) {
            throw new UncheckedIOException("search index " + index, e);
        }
    }

    private void bring() throws IOException {
        if (!tables.await(position, TABLES_FIRST)) {
            throw new IOException("the tables are not at " + position + " yet");
        }
        if (!ready && IndexShape.create(server.client(), index)) {
            fill();
        }
        ready = true;
        widened.forEach(scope -> outdated.addAll(entries.of(scope)));
        send(List.copyOf(outdated));
    }

    /// An index that is new gets what there is already.
    private void fill() throws IOException {
        var some = entries.after(null, HANDFUL);
        while (!some.isEmpty()) {
            send(some);
            some = entries.after(some.getLast(), HANDFUL);
        }
    }

    private void send(List<PackageRef> packages) throws IOException {
        var bulk = new ArrayList<BulkOperation>();
        for (var pkg : packages) {
            bulk.add(brought(pkg));
        }
        if (bulk.isEmpty()) {
            return;
        }
        var answer = server.client().bulk(all -> all.operations(bulk));
        if (answer.errors()) {
            throw new IOException("search index refused: " + answer.items());
        }
    }

    /// What is deleted, archived or private is not found.
    private BulkOperation brought(PackageRef pkg) {
        return entries.of(pkg)
                .map(entry ->
                        BulkOperation.of(op ->
                                op.index(doc -> doc.index(index).id(pkg.text()).document(entry))))
                .orElseGet(() ->
                        BulkOperation.of(op -> op.delete(doc -> doc.index(index).id(pkg.text()))));
    }
}
