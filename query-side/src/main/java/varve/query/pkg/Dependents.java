package varve.query.pkg;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.pkg.PackageRef;
import varve.query.Audience;
import varve.query.Page;

/// Who needs a package, private ones left out.
@Component
public class Dependents {
    public static final int MOST_VERSIONS = 10;

    private static final String ALL =
            """
            select scope, name, count(*) over () as total, count(*) as versions,
                trim_array(array_agg(version order by created_at desc),
                    greatest(count(*)::int - :versions, 0)) as newest
            from (select distinct scope, name, version, created_at
                from varve_read.dependency join varve_read.version using (scope, name, version)
                where registry = 'jsr' and dependency = :dependency and not exists (
                    select from varve_read.package p
                    where p.scope = dependency.scope and p.name = dependency.name
                        and p.hidden)) as needing
            where true %s
            group by scope, name order by scope, name limit :size offset :offset
            """;

    /// JSR's Dependent.
    ///
    /// @param versions some of those that need it
    public record DependentView(
            String scope,
            @JsonProperty("package") String pkg,
            List<String> versions,
            int totalVersions) {}

    private final JdbcClient db;

    Dependents(JdbcClient db) {
        this.db = db;
    }

    /// @param versions at most so many of each package
    public Page.Items<DependentView> of(
            PackageRef pkg, int versions, Audience audience, Page page) {
        return Page.items(
                audience.bind(db.sql(ALL.formatted(audience.condition("needing"))))
                        .param("versions", versions)
                        .param("dependency", pkg.text())
                        .param("size", page.size())
                        .param("offset", page.offset()),
                (row, _) ->
                        new DependentView(
                                row.getString("scope"),
                                row.getString("name"),
                                List.of((String[]) row.getArray("newest").getArray()),
                                row.getInt("versions")));
    }
}
