package varve.projections.pkg;

import java.sql.Timestamp;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.pkg.PackageEvent;
import varve.contract.pkg.PackageEvent.PackageCreated;
import varve.contract.pkg.PackageEvent.PackageDescribed;
import varve.contract.pkg.PackageRef;
import varve.eventlog.Fact;
import varve.projections.version.Listed;

/// `varve_read.package`.
@Component
public class PackageTable {
    private static final String CREATE =
            """
            insert into varve_read.package (scope, name, description, created_at, updated_at)
            values (?, ?, '', ?, ?)
            """;
    private static final String DESCRIBE =
            """
            update varve_read.package set description = ?, updated_at = ?
            where (scope, name) = (?, ?)
            """;
    private static final String COUNT =
            """
            update varve_read.package set latest = ?, version_count = ?
            where (scope, name) = (?, ?)
            """;
    private static final String DESCRIPTION =
            "select description from varve_read.package where (scope, name) = (?, ?)";

    private final JdbcClient db;

    PackageTable(JdbcClient db) {
        this.db = db;
    }

    public void on(PackageEvent event, Fact fact) {
        var at = Timestamp.from(fact.at());
        var pkg = event.pkg();
        switch (event) {
            case PackageCreated _ ->
                    db.sql(CREATE).params(pkg.scope().text(), pkg.name().text(), at, at).update();
            case PackageDescribed(_, var text) ->
                    db.sql(DESCRIBE)
                            .params(text, at, pkg.scope().text(), pkg.name().text())
                            .update();
        }
    }

    /// Notes how many versions there are and which is the latest.
    public void count(PackageRef pkg, List<Listed> versions) {
        var latest = Listed.latestStable(versions).map(Listed::text).orElse(null);
        db.sql(COUNT)
                .param(latest)
                .param(versions.size())
                .param(pkg.scope().text())
                .param(pkg.name().text())
                .update();
    }

    public String description(PackageRef pkg) {
        return db.sql(DESCRIPTION)
                .params(pkg.scope().text(), pkg.name().text())
                .query(String.class)
                .single();
    }
}
