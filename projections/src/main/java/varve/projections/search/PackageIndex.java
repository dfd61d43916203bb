package varve.projections.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
    private final TableIndex<PackageRef> index;
    private final Entries entries;
    private final Set<ScopeName> widened = new LinkedHashSet<>();
    private long position;

    /// What the tables say of packages. One that is deleted, archived or private is not found.
    private record Packages(Entries entries) implements TableIndex.Source<PackageRef> {
        @Override
        public String id(PackageRef pkg) {
            return pkg.text();
        }

        @Override
        public Optional<PackageEntry> entry(PackageRef pkg) {
            return entries.of(pkg);
        }

        @Override
        public List<PackageRef> after(@Nullable PackageRef last, int most) {
            return entries.after(last, most);
        }
    }

    /// @param prefix put before the index's name, so that registries can share a search server
    public PackageIndex(SearchServer server, String prefix, Entries entries, ReadBack tables) {
        var empty = new SearchIndex(server, prefix + PackageEntry.INDEX, IndexShape.properties());
        this.index = new TableIndex<>(empty, new Packages(entries), tables);
        this.entries = entries;
    }

    @Override
    public String name() {
        return "search";
    }

    @Override
    public void on(Fact fact) {
        position = fact.position();
        switch (fact.event()) {
            case PackageEvent event -> index.changed(event.pkg());
            case ScopeEvent.ScopeVisibilitySet event -> widened.add(event.scope());
            case VersionEvent.NpmVersionPublished event -> index.changed(event.ref().pkg());
            case VersionEvent.VersionTombstoned event -> index.changed(event.ref().pkg());
            case VersionEvent.VersionPublished event -> index.changed(event.ref().pkg());
            case VersionEvent.VersionYanked event -> index.changed(event.ref().pkg());
            case VersionEvent.VersionUnyanked event -> index.changed(event.ref().pkg());
            case ScopeEvent.MemberJoined event -> widened.add(event.scope());
            default -> {}
        }
    }

    @Override
    public void beforeCommit() {
        index.write(position, !widened.isEmpty(), this::widened);
        widened.clear();
    }

    @Override
    public void rolledBack() {
        index.forget();
        widened.clear();
    }

    /// All packages of a scope that others may see now, or may not.
    private Set<PackageRef> widened() {
        return widened.stream()
                .flatMap(scope -> entries.of(scope).stream())
                .collect(Collectors.toSet());
    }

    @Override
    public boolean transientTrouble(Throwable trouble) {
        return Projection.super.transientTrouble(trouble) || SearchIndex.isTransient(trouble);
    }

    @Override
    public void reset() {
        index.remove();
    }
}
