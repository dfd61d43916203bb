package varve.projections.pkg;

import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.pkg.Kind;
import varve.contract.pkg.PackageEvent;
import varve.contract.pkg.PackageEvent.NpmPackageCreated;
import varve.contract.pkg.PackageEvent.PackageCreated;
import varve.contract.pkg.PackageEvent.PackageDescribed;
import varve.contract.pkg.PackageName;
import varve.contract.pkg.PackageRef;
import varve.contract.scope.ScopeName;
import varve.eventlog.Fact;
import varve.projections.version.Listed;

/// `varve_read.package`.
@Component
public class PackageTable {
    private static final String CREATE =
            """
            insert into varve_read.package (scope, name, kind, description, created_at, updated_at)
            values (?, ?, ?, '', ?, ?)
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
    private static final String COUNT_NPM =
            """
            update varve_read.package set latest = ?, version_count = ?, description = ?
            where (scope, name) = (?, ?)
            """;
    private static final String CHANGE =
            """
            update varve_read.package set revision = ?, updated_at = ?
            where (scope, name) = (?, ?) and kind = 'npm'
            """;
    private static final String KIND =
            "select kind from varve_read.package where (scope, name) = (?, ?)";
    private static final String NPM_OF =
            "select name from varve_read.package where scope = ? and kind = 'npm' order by name";
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
            case PackageCreated _ -> create(pkg, Kind.SOURCE, at);
            case NpmPackageCreated _ -> create(pkg, Kind.NPM, at);
            case PackageEvent.TagSet _, PackageEvent.TagRemoved _ -> {}
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

    /// The same for an npm package, whose description is that of its latest version.
    public void count(PackageRef pkg, @Nullable String latest, int versions, String description) {
        db.sql(COUNT_NPM)
                .param(latest)
                .param(versions)
                .param(description)
                .param(pkg.scope().text())
                .param(pkg.name().text())
                .update();
    }

    /// An npm package changed. The fact's position is the revision that clients are told.
    public void changed(PackageRef pkg, Fact fact) {
        db.sql(CHANGE)
                .params(
                        fact.position(),
                        Timestamp.from(fact.at()),
                        pkg.scope().text(),
                        pkg.name().text())
                .update();
    }

    public Kind kind(PackageRef pkg) {
        return db.sql(KIND)
                .params(pkg.scope().text(), pkg.name().text())
                .query((row, _) -> Kind.valueOf(row.getString(1).toUpperCase(Locale.ROOT)))
                .single();
    }

    /// The npm packages of a scope.
    public List<PackageRef> npmOf(ScopeName scope) {
        return db.sql(NPM_OF)
                .param(scope.text())
                .query((row, _) -> new PackageRef(scope, PackageName.of(row.getString(1))))
                .list();
    }

    private void create(PackageRef pkg, Kind kind, Timestamp at) {
        db.sql(CREATE)
                .params(
                        pkg.scope().text(),
                        pkg.name().text(),
                        kind.name().toLowerCase(Locale.ROOT),
                        at,
                        at)
                .update();
    }

    public String description(PackageRef pkg) {
        return db.sql(DESCRIPTION)
                .params(pkg.scope().text(), pkg.name().text())
                .query(String.class)
                .single();
    }
}
