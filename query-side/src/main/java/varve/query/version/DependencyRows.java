package varve.query.version;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.pkg.PackageRef;

/// `varve_read.dependency`: everything that a version could lead to, with one question.
@Component
public class DependencyRows {
    /// All packages that can be reached, by whichever versions. What is private is left out, for
    /// all but those who look at something private of the same scope, who belong to it.
    private static final String REACHED =
            """
            with recursive root as (
                select package.scope, package.name,
                    case when package.hidden then package.scope else '' end as within,
                    coalesce(:version, (select version from varve_read.version
                        where version.scope = package.scope and version.name = package.name
                        order by version is distinct from package.latest, yanked,
                            created_at desc limit 1)) as version
                from varve_read.package where (scope, name) = (:scope, :name)),
            reach (pkg) as (
                select dependency from root
                join varve_read.dependency using (scope, name, version) where registry = 'jsr'
                union
                select dependency.dependency from reach
                join varve_read.dependency
                    on dependency.scope = substr(split_part(reach.pkg, '/', 1), 2)
                    and dependency.name = split_part(reach.pkg, '/', 2)
                where registry = 'jsr'),
            release as (
                select version.scope, version.name, version.version
                from (select pkg from reach limit :packages) as reached
                join varve_read.version on version.scope = substr(split_part(pkg, '/', 1), 2)
                    and version.name = split_part(pkg, '/', 2)
                where not yanked and not exists (select from varve_read.package as p, root
                    where p.scope = version.scope and p.name = version.name
                        and p.hidden and p.scope <> root.within)
                union
                select scope, name, version from root where version is not null)
            select '@' || scope || '/' || name as pkg, version,
                (scope, name, version) = (select scope, name, version from root) as root,
                registry, dependency, range, path, place
            from release left join varve_read.dependency using (scope, name, version)
            order by scope, name, version, place limit :rows
            """;

    private static final int MOST_PACKAGES = 1_000;
    private static final int MOST_ROWS = 50_000;

    record Need(String registry, String name, String range, String path) {
        boolean isSource() {
            return registry.equals("jsr");
        }
    }

    /// What is known of all that can be reached.
    ///
    /// @param needs by `@scope/name@1.0.0`
    /// @param versions by `@scope/name`
    record Reached(Map<String, List<Need>> needs, Map<String, List<String>> versions) {
        private void add(String pkg, String version, @Nullable Need need) {
            var text = pkg + "@" + version;
            if (!needs.containsKey(text)) {
                needs.put(text, new ArrayList<>());
                versions.computeIfAbsent(pkg, _ -> new ArrayList<>()).add(version);
            }
            if (need != null) {
                needs.getOrDefault(text, List.of()).add(need);
            }
        }
    }

    private final JdbcClient db;

    DependencyRows(JdbcClient db) {
        this.db = db;
    }

    /// The graph of everything that a version needs.
    ///
    /// @param version or null for the one that is shown first
    /// @param exports files of its entry points
    public List<DependencyGraph.Item> graph(
            PackageRef pkg, @Nullable String version, List<String> exports) {
        var reached = new Reached(new LinkedHashMap<>(), new LinkedHashMap<>());
        var roots = new ArrayList<String>();
        db.sql(REACHED)
                .param("scope", pkg.scope().text())
                .param("name", pkg.name().text())
                .param("version", version)
                .param("packages", MOST_PACKAGES)
                .param("rows", MOST_ROWS)
                .query(row -> {
                    if (row.getBoolean("root")) {
                        roots.add(row.getString("version"));
                    }
                    var need = need(row);
                    reached.add(row.getString("pkg"), row.getString("version"), need);
                });
        return new DependencyGraph(reached)
                .of(pkg, roots.isEmpty() ? "" : roots.getFirst(), exports);
    }

    private static @Nullable Need need(ResultSet row) throws SQLException {
        var registry = row.getString("registry");
        return registry == null
                ? null
                : new Need(
                        registry,
                        row.getString("dependency"),
                        row.getString("range"),
                        row.getString("path"));
    }
}
