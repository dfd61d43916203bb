package varve.query.modules;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who imports what, as `varve_read.module_import` knows it.
@Component
public class Dependents {
    private static final String UNPINNED = "$$unpinned$$";

    private static final String ALL =
            """
            select source, package, package_version, module, version from varve_read.module_import
            where :source = '' or source = :source
            order by source, package, module, version
            """;
    private static final String ON =
            """
            select distinct module from varve_read.module_import
            join varve_read.module on module.name = module_import.module
            where source = 'x' and package = ? and module <> ? and not unlisted
            order by module limit ?
            """;

    /// One package and those who import it.
    ///
    /// @param count of imports
    /// @param versions how often each version of it is imported
    record Used(
            long count,
            Set<String> dependents,
            @JsonProperty("dependent_versions") Set<String> dependentVersions,
            Map<String, Long> versions) {}

    /// One site and its packages.
    record Source(String source, long count, Map<String, Used> mods) {}

    private record Row(
            String source, String pkg, @Nullable String pinned, String module, String version) {}

    private final JdbcClient db;

    Dependents(JdbcClient db) {
        this.db = db;
    }

    /// @param source one site; all when empty
    List<Source> of(String source) {
        var sources = new LinkedHashMap<String, Map<String, Used>>();
        db
                .sql(ALL)
                .param("source", source)
                .query((row, _) ->
                        new Row(
                                row.getString("source"),
                                row.getString("package"),
                                row.getString("package_version"),
                                row.getString("module"),
                                row.getString("version")))
                .list()
                .stream()
                .forEach(row ->
                        sources.computeIfAbsent(row.source(), _ -> new LinkedHashMap<>())
                                .merge(row.pkg(), used(row), Dependents::sum));
        return sources.entrySet().stream()
                .map(it ->
                        new Source(
                                it.getKey(),
                                it.getValue().values().stream().mapToLong(Used::count).sum(),
                                it.getValue()))
                .toList();
    }

    /// Listed modules of this registry of which some version imports this one.
    ///
    /// @param most how many are wanted
    public List<String> on(String module, int most) {
        return db.sql(ON)
                .params(module, module, most)
                .query((row, _) -> row.getString("module"))
                .list();
    }

    private static Used used(Row row) {
        var version = row.pinned() == null ? UNPINNED : row.pinned();
        return new Used(
                1,
                new TreeSet<>(Set.of(row.module())),
                new TreeSet<>(Set.of(row.module() + "@" + row.version())),
                new TreeMap<>(Map.of(version, 1L)));
    }

    private static Used sum(Used one, Used other) {
        one.dependents().addAll(other.dependents());
        one.dependentVersions().addAll(other.dependentVersions());
        other.versions()
                .forEach((version, count) -> one.versions().merge(version, count, Long::sum));
        return new Used(
                one.count() + other.count(),
                one.dependents(),
                one.dependentVersions(),
                one.versions());
    }
}
