package varve.projections.pkg;

import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.pkg.Kind;
import varve.contract.pkg.PackageEvent;
import varve.contract.pkg.PackageEvent.NpmPackageCreated;
import varve.contract.pkg.PackageEvent.PackageCreated;
import varve.contract.pkg.PackageName;
import varve.contract.pkg.PackageRef;
import varve.contract.pkg.SourceRepository;
import varve.contract.scope.ScopeName;
import varve.eventlog.Fact;
import varve.projections.version.Listed;

/// `varve_read.package`.
@Component
public class PackageTable {
    private static final String CREATE =
            """
            insert into varve_read.package
                (scope, name, kind, hidden, description, created_at, updated_at)
            select ?, ?, ?, coalesce((select private from varve_read.scope where name = ?), false),
                '', ?, ?
            """;
    private static final String DELETE =
            "delete from varve_read.package where (scope, name) = (?, ?)";
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
    private static final String HIDE =
            """
            update varve_read.package set hidden = package.private or scope.private
            from varve_read.scope where package.scope = scope.name and scope.name = ?
            """;
    private static final String REPOSITORY =
            """
            select repository_owner, repository_name, repository_id from varve_read.package
            where (scope, name) = (?, ?) and repository_owner is not null
            """;
    private static final String KIND =
            "select kind from varve_read.package where (scope, name) = (?, ?)";
    private static final String NPM_OF =
            "select name from varve_read.package where scope = ? and kind = 'npm' order by name";
    private static final String DESCRIPTION =
            "select description from varve_read.package where (scope, name) = (?, ?)";

    private final JdbcClient db;
    private final PackageDetails details;
    private final TrustTable trust;

    PackageTable(JdbcClient db, PackageDetails details, TrustTable trust) {
        this.db = db;
        this.details = details;
        this.trust = trust;
    }

    public void on(PackageEvent event, Fact fact) {
        var at = Timestamp.from(fact.at());
        var pkg = event.pkg();
        trust.on(event, fact);
        switch (event) {
            case PackageCreated _ -> create(pkg, Kind.SOURCE, at);
            case NpmPackageCreated _ -> create(pkg, Kind.NPM, at);
            case PackageEvent.PackageDeleted _ ->
                    db.sql(DELETE).params(pkg.scope().text(), pkg.name().text()).update();
            default -> {
                details.on(event, at);
                if (event instanceof PackageEvent.PackageVisibilitySet) {
                    scopeChanged(pkg.scope());
                }
            }
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

    /// The same for an npm package, whose description is that of its latest version. It is taken
    /// from the manifest as it was sent, and PostgreSQL's texts have no NUL.
    public void count(PackageRef pkg, @Nullable String latest, int versions, String description) {
        db.sql(COUNT_NPM)
                .param(latest)
                .param(versions)
                .param(description.replace("\0", ""))
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

    /// Absent when the package was deleted.
    public Optional<Kind> kind(PackageRef pkg) {
        return db.sql(KIND)
                .params(pkg.scope().text(), pkg.name().text())
                .query((row, _) -> Kind.valueOf(row.getString(1).toUpperCase(Locale.ROOT)))
                .optional();
    }

    /// Where its sources are developed, if its admins have said so.
    public Optional<SourceRepository> repository(PackageRef pkg) {
        return db.sql(REPOSITORY)
                .params(pkg.scope().text(), pkg.name().text())
                .query((row, _) ->
                        new SourceRepository(
                                row.getString("repository_owner"),
                                row.getString("repository_name"),
                                row.getObject("repository_id", Long.class)))
                .optional();
    }

    /// A scope was closed or opened, and its packages with it.
    public void scopeChanged(ScopeName scope) {
        db.sql(HIDE).param(scope.text()).update();
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
                        pkg.scope().text(),
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
