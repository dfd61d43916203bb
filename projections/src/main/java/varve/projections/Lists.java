package varve.projections;

import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import varve.contract.pkg.PackageEvent;
import varve.contract.pkg.PackageRef;
import varve.contract.version.VersionEvent;
import varve.eventlog.Fact;
import varve.projections.modules.VersionsFile;
import varve.projections.npm.PackumentFile;
import varve.projections.pkg.PackageMetaFile;
import varve.projections.pkg.PackageTable;
import varve.projections.publishing.AttemptTable;
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
    private final Set<PackageRef> outdated = new LinkedHashSet<>();

    Lists(
            VersionTables versions,
            PackageTable packages,
            PackageMetaFile meta,
            PackumentFile packument,
            AttemptTable attempts,
            VersionsFile modules) {
        this.versions = versions;
        this.packages = packages;
        this.meta = meta;
        this.packument = packument;
        this.attempts = attempts;
        this.modules = modules;
    }

    void on(Fact fact) {
        modules.on(fact.event());
        switch (fact.event()) {
            case PackageEvent event -> outdated.add(event.pkg());
            case VersionEvent.VersionPublished event -> outdated.add(event.ref().pkg());
            case VersionEvent.VersionYanked event -> outdated.add(event.ref().pkg());
            case VersionEvent.VersionUnyanked event -> outdated.add(event.ref().pkg());
            default -> {}
        }
    }

    /// List last: everything the lists point to is on the shelf already, and whoever hears of
    /// success afterwards can install at once.
    void write() {
        for (var pkg : outdated) {
            var published = versions.of(pkg);
            packages.count(pkg, published);
            if (!published.isEmpty()) {
                meta.write(pkg, published);
                packument.write(pkg, packages.description(pkg), published);
                attempts.listed(pkg);
            }
        }
        outdated.clear();
        modules.write();
    }

    void forget() {
        outdated.clear();
        modules.forget();
    }
}
