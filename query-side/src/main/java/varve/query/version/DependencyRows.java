package varve.query.version;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.pkg.PackageRef;

/// `varve_read.dependency`, many versions at once.
@Component
public class DependencyRows {
    /// What is private is left out, for all but those who look at something private of the same
    /// scope, who belong to it.
    private static final String SHOWN =
            """
            (not exists (select from varve_read.package p
                where p.scope = %s.scope and p.name = %s.name and p.hidden and p.scope <> ?))
            """;

    private static final String HIDDEN =
            "select hidden from varve_read.package where (scope, name) = (?, ?)";

    private static final String NEEDS =
            """
            select '@' || scope || '/' || name || '@' || version as version,
                registry, dependency, range, path, fallback
            from varve_read.dependency
            where '@' || scope || '/' || name || '@' || version = any (?::text[])
                and scope = any (?::text[]) and %s
            order by scope, name, version, place
            """
                    .formatted(SHOWN.formatted("dependency", "dependency"));
    private static final String VERSIONS =
            """
            select '@' || scope || '/' || name as pkg, version from varve_read.version
            where '@' || scope || '/' || name = any (?::text[]) and scope = any (?::text[])
                and not yanked and %s
            """
                    .formatted(SHOWN.formatted("version", "version"));

    record Need(
            String registry, String name, String range, String path, @Nullable String fallback) {
        boolean isSource() {
            return registry.equals("jsr");
        }
    }

    private final JdbcClient db;

    DependencyRows(JdbcClient db) {
        this.db = db;
    }

    /// The graph of everything that a version needs.
    ///
    /// @param exports files of its entry points
    public List<DependencyGraph.Item> graph(PackageRef pkg, String version, List<String> exports) {
        boolean hidden =
                db.sql(HIDDEN)
                        .params(pkg.scope().text(), pkg.name().text())
                        .query(Boolean.class)
                        .optional()
                        .orElse(false);
        var within = hidden ? pkg.scope().text() : "";
        return new DependencyGraph(this, within).of(pkg, version, exports);
    }

    /// @param versions `@scope/name@1.0.0`
    /// @param within the scope of which private packages are shown; empty for none
    Map<String, List<Need>> needs(Collection<String> versions, String within) {
        var needs = new LinkedHashMap<String, List<Need>>();
        db.sql(NEEDS)
                .params(versions.toArray(String[]::new), scopes(versions), within)
                .query((row, _) ->
                        needs.computeIfAbsent(row.getString("version"), _ -> new ArrayList<>())
                                .add(
                                        new Need(
                                                row.getString("registry"),
                                                row.getString("dependency"),
                                                row.getString("range"),
                                                row.getString("path"),
                                                row.getString("fallback"))))
                .list();
        return needs;
    }

    /// Versions that a range may choose.
    ///
    /// @param within the scope of which private packages are shown; empty for none
    Map<String, List<String>> versions(Collection<String> packages, String within) {
        var versions = new LinkedHashMap<String, List<String>>();
        db.sql(VERSIONS)
                .params(packages.toArray(String[]::new), scopes(packages), within)
                .query((row, _) ->
                        versions.computeIfAbsent(row.getString("pkg"), _ -> new ArrayList<>())
                                .add(row.getString("version")))
                .list();
        return versions;
    }

    private static String[] scopes(Collection<String> names) {
        return names.stream()
                .map(name -> name.substring(1, name.indexOf('/')))
                .distinct()
                .toArray(String[]::new);
    }
}
