package varve.query.pkg;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.pkg.PackageRef;
import varve.query.Page;

/// Which packages build on a package, private ones left out.
@Component
class Dependents {
    static final int MOST_VERSIONS = 10;

    private static final String ALL =
            """
            select scope, name, array_agg(version order by created_at desc) as versions
            from (select distinct scope, name, version, created_at
                from varve_read.dependency join varve_read.version using (scope, name, version)
                where registry = 'jsr' and dependency = ? and not exists (
                    select 1 from varve_read.package p
                    where p.scope = dependency.scope and p.name = dependency.name
                        and p.hidden)) as dependent
            group by scope, name order by scope, name
            """;

    /// JSR's Dependent.
    record DependentView(String scope, String pkg, List<String> versions, int totalVersions) {
        @com.fasterxml.jackson.annotation.JsonProperty("package")
        public String pkg() {
            return pkg;
        }
    }

    private final JdbcClient db;

    Dependents(JdbcClient db) {
        this.db = db;
    }

    Page.Items<DependentView> of(PackageRef pkg, int versions, Page page) {
        var all = db.sql(ALL).param(pkg.text()).query((row, _) -> view(row, versions)).list();
        var items = all.stream().skip(page.offset()).limit(page.size()).toList();
        return new Page.Items<>(items, all.size());
    }

    private static DependentView view(ResultSet row, int most) throws SQLException {
        var versions = (String[]) row.getArray("versions").getArray();
        return new DependentView(
                row.getString("scope"),
                row.getString("name"),
                Arrays.stream(versions).limit(most).toList(),
                versions.length);
    }
}
