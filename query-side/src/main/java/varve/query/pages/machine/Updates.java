package varve.query.pages.machine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.pkg.PackageRef;
import varve.query.Discretion;
import varve.query.Rows;
import varve.query.pkg.Packages;

/// What was published, newest first, as far as everybody may know.
@Component
class Updates {
    private static final String OF_PACKAGE =
            """
            select package.scope, package.name, package.description, release.version,
                release.created_at
            from varve_read.package
            cross join lateral (
                select version, created_at from varve_read.version
                where version.scope = package.scope and version.name = package.name
                    and not yanked
                union all
                select version, created_at from varve_read.npm_version as npm
                where npm.scope = package.scope and npm.name = package.name
                    and not yanked and not tombstoned
                order by created_at desc limit 50) as release
            where (package.scope, package.name) = (?, ?)
            order by release.created_at desc
            """;

    /// @param version absent where none is stable
    record Update(
            String scope, String name, String description, @Nullable String version, Instant at) {
        String title() {
            var pkg = PackageRef.of(scope, name).text();
            return version == null ? pkg : pkg + "@" + version;
        }

        String address() {
            return "/@" + scope + "/" + name;
        }
    }

    private final JdbcClient db;
    private final Packages packages;
    private final Discretion discretion;

    Updates(JdbcClient db, Packages packages, Discretion discretion) {
        this.discretion = discretion;
        this.db = db;
        this.packages = packages;
    }

    /// The packages that changed last, each with its newest version.
    List<Update> latest(int most) {
        var everybody = discretion.everybody();
        return packages.latest(most, everybody).stream()
                .filter(view -> everybody.knows(view.scope(), view.name()))
                .map(view ->
                        new Update(
                                view.scope(),
                                view.name(),
                                view.description(),
                                view.latestVersion(),
                                view.updatedAt()))
                .toList();
    }

    List<Update> of(PackageRef pkg) {
        return db.sql(OF_PACKAGE)
                .params(pkg.scope().text(), pkg.name().text())
                .query((row, _) -> update(row))
                .list();
    }

    private static Update update(ResultSet row) throws SQLException {
        return new Update(
                row.getString("scope"),
                row.getString("name"),
                row.getString("description"),
                row.getString("version"),
                Rows.moment(row, "created_at"));
    }
}
