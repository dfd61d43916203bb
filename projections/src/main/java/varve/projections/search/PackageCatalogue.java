package varve.projections.search;

import co.elastic.clients.elasticsearch._types.mapping.Property;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import varve.contract.Event;
import varve.contract.account.UserEvent;
import varve.contract.account.UserId;
import varve.contract.attestation.AttestationEvent;
import varve.contract.downloads.DownloadsEvent.DownloadsAdded;
import varve.contract.downloads.Taken;
import varve.contract.pkg.PackageEvent;
import varve.contract.pkg.PackageRef;
import varve.contract.scope.ScopeEvent;
import varve.contract.scope.ScopeName;
import varve.contract.search.PackageEntry;
import varve.contract.version.VersionEvent;
import varve.projections.search.PackageCatalogue.Subject;

/// Packages that everybody may find.
record PackageCatalogue(Entries entries) implements Catalogue<Subject> {
    sealed interface Subject {
        record One(PackageRef pkg) implements Subject {}

        record AllOf(ScopeName scope) implements Subject {}

        /// What belongs to scopes that somebody belongs to.
        record AllWith(UserId member) implements Subject {}

        /// How often a package was taken, and nothing else of it.
        ///
        /// @param name as downloads are counted, also of packages that are no entries
        record Downloads(String name) implements Subject {}
    }

    @Override
    public String index() {
        return PackageEntry.INDEX;
    }

    @Override
    public Map<String, Property> properties() {
        return IndexShape.properties();
    }

    @Override
    public Stream<Subject> touchedBy(Event event) {
        return switch (event) {
            case PackageEvent of -> one(of.pkg());
            case VersionEvent.NpmVersionPublished of -> one(of.ref().pkg());
            case VersionEvent.VersionTombstoned of -> one(of.ref().pkg());
            case VersionEvent.VersionPublished of -> one(of.ref().pkg());
            case AttestationEvent.VersionAttested of -> one(of.attestation().ref().pkg());
            case VersionEvent.VersionYanked of -> one(of.ref().pkg());
            case VersionEvent.VersionUnyanked of -> one(of.ref().pkg());
            case ScopeEvent.ScopeVisibilitySet of -> Stream.of(new Subject.AllOf(of.scope()));
            case ScopeEvent.MemberJoined of -> Stream.of(new Subject.AllOf(of.scope()));
            case ScopeEvent.MemberLeft of -> Stream.of(new Subject.AllOf(of.scope()));
            case UserEvent.UserErased(var user) -> Stream.of(new Subject.AllWith(user));
            case DownloadsAdded of ->
                    of.taken().stream().map(Taken::name).map(Subject.Downloads::new);
            default -> Stream.empty();
        };
    }

    private static Stream<Subject> one(PackageRef pkg) {
        return Stream.of(new Subject.One(pkg));
    }

    /// What is deleted, archived or private is not found.
    @Override
    public Stream<BulkOperation> brought(Subject subject, SearchIndex index) {
        return switch (subject) {
            case Subject.One(var pkg) ->
                    Stream.of(index.whole(pkg.text(), entries.of(pkg).orElse(null)));
            case Subject.AllOf(var scope) ->
                    entries.of(scope).stream().flatMap(pkg -> brought(new Subject.One(pkg), index));
            case Subject.AllWith(var member) ->
                    entries.with(member).stream()
                            .flatMap(pkg -> brought(new Subject.One(pkg), index));
            case Subject.Downloads(var name) -> Stream.of(index.part(name, downloads(name)));
        };
    }

    private Map<String, ?> downloads(String name) {
        return Map.of("standing", Map.of("downloads", entries.downloads(name)));
    }

    @Override
    public List<Subject> after(@Nullable Subject last, int most) {
        var pkg = last instanceof Subject.One(var one) ? one : null;
        return entries.after(pkg, most).stream().<Subject>map(Subject.One::new).toList();
    }
}
