package varve.projections;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import varve.contract.account.UserEvent;
import varve.contract.pkg.Kind;
import varve.contract.pkg.PackageEvent;
import varve.contract.pkg.PackageRef;
import varve.contract.publishing.AttemptId;
import varve.contract.scope.ScopeEvent;
import varve.contract.scope.ScopeName;
import varve.contract.star.StarEvent;
import varve.contract.version.VersionEvent;
import varve.contract.version.VersionRef;
import varve.eventlog.Fact;
import varve.projections.modules.VersionsFile;
import varve.projections.npm.DistTagTable;
import varve.projections.npm.PackumentFile;
import varve.projections.npm.ReleaseFiles;
import varve.projections.npm.ReleaseTable;
import varve.projections.pkg.PackageMetaFile;
import varve.projections.pkg.PackageTable;
import varve.projections.publishing.AttemptTable;
import varve.projections.star.StarTable;
import varve.projections.version.SourceFiles;
import varve.projections.version.VersionTables;

/// Which packages' lists have to be written again. They are written once per batch, however many
/// facts of the batch concern them, and always from the tables, never from the facts: late,
/// repeated or merged work gives the same bytes.
@Component
class Lists {
    private final VersionTables versions;
    private final PackageTable packages;
    private final PackageMetaFile meta;
    private final PackumentFile packument;
    private final AttemptTable attempts;
    private final VersionsFile modules;
    private final ReleaseFiles releases;
    private final SourceFiles sources;
    private final DistTagTable tags;
    private final StarTable stars;
    private final ReleaseTable published;
    private final Set<PackageRef> outdated = new LinkedHashSet<>();
    private final Map<VersionRef, AttemptId> arrived = new LinkedHashMap<>();
    private final Set<VersionRef> gone = new LinkedHashSet<>();
    private final Set<ScopeName> claimed = new LinkedHashSet<>();

    Lists(
            VersionTables versions,
            PackageTable packages,
            PackageMetaFile meta,
            PackumentFile packument,
            AttemptTable attempts,
            VersionsFile modules,
            ReleaseFiles releases,
            SourceFiles sources,
            DistTagTable tags,
            StarTable stars,
            ReleaseTable published) {
        this.published = published;
        this.stars = stars;
        this.tags = tags;
        this.versions = versions;
        this.packages = packages;
        this.meta = meta;
        this.packument = packument;
        this.attempts = attempts;
        this.modules = modules;
        this.releases = releases;
        this.sources = sources;
    }

    void on(Fact fact) {
        modules.on(fact.event());
        switch (fact.event()) {
            case StarEvent event -> outdated.add(event.pkg());
            case UserEvent.UserErased(var user) -> {
                outdated.addAll(stars.of(user));
                outdated.addAll(published.naming(user));
            }
            case PackageEvent event -> outdated.add(event.pkg());
            case ScopeEvent.MemberLeft event -> outdated.addAll(packages.npmOf(event.scope()));
            case ScopeEvent.RoleChanged event -> outdated.addAll(packages.npmOf(event.scope()));
            case ScopeEvent.ScopeCreated event -> claimed.add(event.scope());
            case ScopeEvent.MemberJoined event -> outdated.addAll(packages.npmOf(event.scope()));
            case VersionEvent.NpmVersionPublished event -> {
                arrived.put(event.ref(), event.attempt());
                outdated.add(event.ref().pkg());
            }
            case VersionEvent.VersionDeprecated event -> outdated.add(event.ref().pkg());
            case VersionEvent.VersionUndeprecated event -> outdated.add(event.ref().pkg());
            case VersionEvent.VersionTombstoned event -> {
                gone.add(event.ref());
                outdated.add(event.ref().pkg());
            }
            case VersionEvent.VersionPublished event -> outdated.add(event.ref().pkg());
            case VersionEvent.VersionYanked event -> outdated.add(event.ref().pkg());
            case VersionEvent.VersionUnyanked event -> outdated.add(event.ref().pkg());
            default -> {}
        }
    }

    /// List last: everything the lists point to is on the shelf already, and whoever hears of
    /// success afterwards can install at once.
    void write() {
        claimed.forEach(releases::claim);
        arrived.forEach(releases::lay);
        for (var pkg : outdated) {
            packages.kind(pkg)
                    .ifPresent(kind -> {
                        switch (kind) {
                            case SOURCE -> writeSource(pkg);
                            case NPM -> writeNpm(pkg);
                        }
                    });
        }
        gone.forEach(this::remove);
        modules.write();
        forget();
    }

    /// What was done is taken back, or done anew.
    void startOver() {
        forget();
        releases.forget();
    }

    private void forget() {
        outdated.clear();
        modules.forget();
        arrived.clear();
        gone.clear();
        claimed.clear();
    }

    private void writeSource(PackageRef pkg) {
        var published = versions.of(pkg);
        packages.count(pkg, published);
        if (!published.isEmpty() || gone.stream().anyMatch(ref -> ref.pkg().equals(pkg))) {
            var repository = packages.repository(pkg).orElse(null);
            meta.write(pkg, repository, published);
            packument.write(pkg, packages.description(pkg), repository, published, tags.of(pkg));
            attempts.listed(pkg);
        }
    }

    /// What nobody is led to any more.
    private void remove(VersionRef ref) {
        if (packages.kind(ref.pkg()).orElse(Kind.NPM) == Kind.NPM) {
            releases.remove(ref);
        } else {
            sources.remove(ref);
        }
    }

    private void writeNpm(PackageRef pkg) {
        var written = releases.write(pkg);
        packages.count(pkg, written.latest(), written.versions(), written.description());
    }
}
