package varve.projections.pkg;

import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.pkg.PackageEvent;
import varve.contract.pkg.PackageEvent.PackageArchived;
import varve.contract.pkg.PackageEvent.PackageDescribed;
import varve.contract.pkg.PackageEvent.PackageFeatured;
import varve.contract.pkg.PackageEvent.PackageMoved;
import varve.contract.pkg.PackageEvent.PackageUnarchived;
import varve.contract.pkg.PackageEvent.PackageUnfeatured;
import varve.contract.pkg.PackageEvent.PackageVisibilitySet;
import varve.contract.pkg.PackageEvent.ReadmeSourceSet;
import varve.contract.pkg.PackageEvent.RepositoryLinked;
import varve.contract.pkg.PackageEvent.RepositoryUnlinked;
import varve.contract.pkg.PackageEvent.RuntimeCompatSet;
import varve.contract.pkg.PackageRef;
import varve.contract.pkg.RuntimeCompat;
import varve.contract.pkg.SourceRepository;
import varve.contract.scope.Visibility;
import varve.eventlog.EventJson;

/// What people have said about a package, in `varve_read.package`.
@Component
class PackageDetails {
    private static final String LINK =
            """
            update varve_read.package set repository_owner = ?, repository_name = ?,
                repository_id = ?, repository_at = ?, updated_at = ?
            where (scope, name) = (?, ?)
            """;
    private static final String COMPAT =
            """
            update varve_read.package set runtime_compat = ?::jsonb, updated_at = ?
            where (scope, name) = (?, ?)
            """;

    private final JdbcClient db;

    PackageDetails(JdbcClient db) {
        this.db = db;
    }

    /// Facts that say nothing of the kind are passed over.
    void on(PackageEvent event, Timestamp at) {
        var pkg = event.pkg();
        switch (event) {
            case PackageDescribed(_, var text) -> set("description", text, pkg, at);
            case RepositoryLinked(_, var repository) -> link(pkg, repository, at);
            case RepositoryUnlinked _ -> link(pkg, null, at);
            case RuntimeCompatSet(_, var compat) ->
                    db.sql(COMPAT)
                            .params(json(compat), at, pkg.scope().text(), pkg.name().text())
                            .update();
            case ReadmeSourceSet(_, var source) ->
                    set("readme_source", source.name().toLowerCase(Locale.ROOT), pkg, at);
            case PackageArchived _ -> set("archived", true, pkg, at);
            case PackageUnarchived _ -> set("archived", false, pkg, at);
            case PackageFeatured _ -> set("featured_at", at, pkg, at);
            case PackageUnfeatured _ -> set("featured_at", null, pkg, at);
            case PackageVisibilitySet(_, var visibility) ->
                    set("private", visibility == Visibility.PRIVATE, pkg, at);
            case PackageMoved(_, var to) -> set("moved_to", to.text(), pkg, at);
            default -> {}
        }
    }

    private void link(PackageRef pkg, @Nullable SourceRepository repository, Timestamp at) {
        db.sql(LINK)
                .param(repository == null ? null : repository.owner())
                .param(repository == null ? null : repository.name())
                .param(repository == null ? null : repository.id())
                .param(repository == null ? null : at)
                .param(at)
                .param(pkg.scope().text())
                .param(pkg.name().text())
                .update();
    }

    /// @param column named here, never by a client
    private void set(String column, @Nullable Object value, PackageRef pkg, Timestamp at) {
        db.sql(
                        "update varve_read.package set %s = ?, updated_at = ? where (scope, name) = (?, ?)"
                                .formatted(column))
                .param(value)
                .param(at)
                .param(pkg.scope().text())
                .param(pkg.name().text())
                .update();
    }

    private static String json(RuntimeCompat compat) {
        var known = new LinkedHashMap<String, Boolean>();
        put(known, "browser", compat.browser());
        put(known, "deno", compat.deno());
        put(known, "node", compat.node());
        put(known, "workerd", compat.workerd());
        put(known, "bun", compat.bun());
        return EventJson.mapper().writeValueAsString(known);
    }

    private static void put(
            LinkedHashMap<String, Boolean> known, String runtime, @Nullable Boolean runs) {
        if (runs != null) {
            known.put(runtime, runs);
        }
    }
}
