package varve.projections.audit;

import java.sql.Timestamp;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.Event;
import varve.contract.EventCatalogue;
import varve.contract.modules.BuildEvent;
import varve.contract.modules.ModuleEvent;
import varve.contract.pkg.PackageEvent;
import varve.contract.pkg.PackageRef;
import varve.contract.scope.ScopeEvent;
import varve.contract.scope.ScopeName;
import varve.contract.version.VersionEvent;
import varve.eventlog.EventJson;
import varve.eventlog.Fact;

/// `varve_read.audit`: every fact with who caused it, by which command and which credential.
@Component
public class AuditTable {
    private static final String NOTE =
            """
            insert into varve_read.audit (position, at, event, stream, scope, package, actor,
                credential, command, command_id, correlation, causation, client, payload)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
            """;

    private final JdbcClient db;

    AuditTable(JdbcClient db) {
        this.db = db;
    }

    public void on(Fact fact) {
        var origin = fact.origin();
        var pkg = pkg(fact.event());
        db.sql(NOTE)
                .param(fact.position())
                .param(Timestamp.from(fact.at()))
                .param(EventCatalogue.of(fact.event().getClass()).name())
                .param(fact.stream())
                .param(scope(fact.event(), pkg))
                .param(name(fact.event(), pkg))
                .param(origin.actor())
                .param(origin.credential())
                .param(origin.command())
                .param(origin.commandId())
                .param(origin.correlation())
                .param(origin.causation())
                .param(origin.client())
                .param(EventJson.mapper().writeValueAsString(fact.event()))
                .update();
    }

    private static Optional<PackageRef> pkg(Event event) {
        return switch (event) {
            case PackageEvent about -> Optional.of(about.pkg());
            case VersionEvent about -> Optional.of(about.ref().pkg());
            default -> Optional.empty();
        };
    }

    /// A module stands where packages do; its name has no `@`, so the two cannot be mixed up.
    private static @Nullable String name(Event event, Optional<PackageRef> pkg) {
        return switch (event) {
            case ModuleEvent about -> about.module().text();
            case BuildEvent about -> about.version().module().text();
            default -> pkg.map(PackageRef::text).orElse(null);
        };
    }

    private static @Nullable String scope(Event event, Optional<PackageRef> pkg) {
        return event instanceof ScopeEvent about
                ? about.scope().text()
                : pkg.map(PackageRef::scope).map(ScopeName::text).orElse(null);
    }
}
