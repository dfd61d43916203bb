package varve.projections;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.CommandRefused;
import varve.contract.Event;
import varve.contract.account.UserEvent;
import varve.contract.modules.BuildEvent;
import varve.contract.modules.ModerationEvent;
import varve.contract.modules.ModuleEvent;
import varve.contract.modules.OwnerEvent;
import varve.contract.pkg.PackageEvent;
import varve.contract.scope.HoldingsEvent;
import varve.contract.scope.ScopeEvent;
import varve.contract.token.TokenEvent;
import varve.contract.version.VersionEvent;
import varve.eventlog.Fact;
import varve.eventlog.Projection;
import varve.projections.account.AccountTable;
import varve.projections.audit.AuditTable;
import varve.projections.modules.BuildTable;
import varve.projections.modules.ModerationTables;
import varve.projections.modules.ModuleTable;
import varve.projections.npm.DistTagTable;
import varve.projections.npm.ReleaseTable;
import varve.projections.pkg.PackageTable;
import varve.projections.publishing.AttemptTable;
import varve.projections.scope.ScopeTables;
import varve.projections.token.TokenTable;
import varve.projections.version.VersionTables;

/// Every table that answers come from, and the lists on the shelf that are written from them. They
/// share one checkpoint, so a list is always computed from rows that are as new as the fact that
/// changed it: rows first, lists second, and only then does an attempt report success.
@Component
public class Tables implements Projection {
    public static final String NAME = "tables";

    /// Nothing else lies in that schema but Flyway's own table.
    private static final String ALL =
            """
            select quote_ident(table_name) from information_schema.tables
            where table_schema = 'varve_read' and table_type = 'BASE TABLE'
                and table_name <> 'flyway_schema_history' order by table_name
            """;

    private final JdbcClient db;
    private final AccountTable accounts;
    private final TokenTable tokens;
    private final ScopeTables scopes;
    private final PackageTable packages;
    private final VersionTables versions;
    private final AttemptTable attempts;
    private final ModuleTable modules;
    private final BuildTable builds;
    private final ModerationTables moderation;
    private final ReleaseTable releases;
    private final DistTagTable tags;
    private final OutsideTables outside;
    private final AuditTable audit;
    private final Lists lists;

    Tables(
            JdbcClient db,
            AccountTable accounts,
            TokenTable tokens,
            ScopeTables scopes,
            PackageTable packages,
            VersionTables versions,
            AttemptTable attempts,
            ModuleTable modules,
            BuildTable builds,
            ModerationTables moderation,
            ReleaseTable releases,
            DistTagTable tags,
            OutsideTables outside,
            AuditTable audit,
            Lists lists) {
        this.db = db;
        this.accounts = accounts;
        this.tokens = tokens;
        this.scopes = scopes;
        this.packages = packages;
        this.versions = versions;
        this.attempts = attempts;
        this.modules = modules;
        this.builds = builds;
        this.moderation = moderation;
        this.releases = releases;
        this.tags = tags;
        this.outside = outside;
        this.audit = audit;
        this.lists = lists;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void on(Fact fact) {
        audit.on(fact);
        remember(fact.event(), fact);
        tags.on(fact.event());
        lists.on(fact);
    }

    @Override
    public void beforeCommit() {
        lists.write();
    }

    @Override
    public void rolledBack() {
        lists.startOver();
    }

    /// Others go on reading what was there until the rebuild is committed.
    @Override
    public void reset() {
        lists.startOver();
        for (var table : db.sql(ALL).query(String.class).list()) {
            db.sql("delete from varve_read." + table).update();
        }
    }

    @Override
    public boolean rebuildsInOneGo() {
        return true;
    }

    private void remember(Event event, Fact fact) {
        switch (event) {
            case UserEvent user -> accounts.on(user, fact);
            case TokenEvent token -> tokens.on(token, fact);
            case HoldingsEvent holdings -> scopes.on(holdings);
            case ScopeEvent scope -> {
                scopes.on(scope, fact);
                if (scope instanceof ScopeEvent.ScopeVisibilitySet) {
                    packages.scopeChanged(scope.scope());
                }
            }
            case PackageEvent pkg -> {
                packages.on(pkg, fact);
                packages.changed(pkg.pkg(), fact);
            }
            case VersionEvent version -> {
                attempts.on(version, fact);
                versions.on(version, fact);
                releases.on(version, fact);
                packages.changed(version.ref().pkg(), fact);
            }
            case ModuleEvent module -> modules.on(module, fact);
            case BuildEvent build -> builds.on(build, fact);
            case OwnerEvent owner -> moderation.on(owner);
            case ModerationEvent words -> moderation.on(words);
            case CommandRefused _ -> {}
            default -> {
                if (!outside.on(event, fact)) {
                    throw new IllegalStateException("no table for " + event.getClass());
                }
            }
        }
    }
}
