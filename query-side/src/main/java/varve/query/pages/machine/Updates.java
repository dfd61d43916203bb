package varve.query.pages.machine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.pkg.PackageRef;
import varve.query.Rows;

/// What was published, newest first, as far as everybody may know.
@Component
class Updates {
    private static final String RELEASES =
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
                order by created_at desc limit %s) as release
            """;
    private static final String ALL =
            RELEASES.formatted("1")
                    + " where version_count > 0 order by release.created_at desc limit ?";
    private static final String OF_PACKAGE =
            RELEASES.formatted("50")
                    + " where (package.scope, package.name) = (?, ?)"
                    + " order by release.created_at desc";
    private static final String PACKAGES =
            """
            select scope, name, description, latest as version, updated_at as created_at
            from varve_read.package where version_count > 0
            order by updated_at desc limit ?
            """;

    /// @param version absent where none is stable
    record Update(
            String scope,
            String name,
            String description,
            @org.jspecify.annotations.Nullable String version,
            Instant at) {
        String title() {
            var pkg = PackageRef.of(scope, name).text();
            return version == null ? pkg : pkg + "@" + version;
        }

        String address() {
            return "/@" + scope + "/" + name;
        }
    }

    private final JdbcClient db;

    Updates(JdbcClient db) {
        this.db = db;
    }

    /// The newest version of each of the packages that changed last.
    List<Update> latest(int most) {
        return db.sql(ALL).param(most).query((row, _) -> update(row)).list();
    }

    List<Update> of(PackageRef pkg) {
        return db.sql(OF_PACKAGE)
                .params(pkg.scope().text(), pkg.name().text())
                .query((row, _) -> update(row))
                .list();
    }

    /// All packages that have a version.
    List<Update> packages(int most) {
        return db.sql(PACKAGES).param(most).query((row, _) -> update(row)).list();
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
