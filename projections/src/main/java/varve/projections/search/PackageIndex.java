package varve.projections.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
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
    private static final Duration TABLES_FIRST = Duration.ofSeconds(5);

    /// How many entries are sent at once.
    private static final int HANDFUL = 500;

    private final SearchIndex index;
    private final Entries entries;
    private final ReadBack tables;
    private final Set<PackageRef> outdated = new LinkedHashSet<>();
    private final Set<ScopeName> widened = new LinkedHashSet<>();
    private long position;

    /// @param prefix put before the index's name, so that registries can share a search server
    public PackageIndex(SearchServer server, String prefix, Entries entries, ReadBack tables) {
        this.index = new SearchIndex(server, prefix + PackageEntry.INDEX, IndexShape.properties());
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
            throw new UncheckedIOException("search index " + index.name(), e);
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
        index.prepare(this::fill);
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

    /// What is deleted, archived or private is not found.
    private void send(List<PackageRef> packages) throws IOException {
        index.send(
                packages.stream()
                        .map(pkg -> index.brought(pkg.text(), entries.of(pkg).orElse(null)))
                        .toList());
    }
}
