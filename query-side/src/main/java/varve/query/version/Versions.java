package varve.query.version;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.pkg.PackageRef;
import varve.query.Page;

/// `varve_read.version`, for all who answer from it.
@Component
public class Versions {
    private static final String REKOR =
            """
            (select log_index::text from varve_read.attestation as attested where published
                and (attested.scope, attested.name, attested.version)
                    = (version.scope, version.name, version.version)) as rekor_log_id
            """;
    private static final String ONE =
            """
            select version.*, %s from varve_read.version where (scope, name, version) = (?, ?, ?)
            """
                    .formatted(REKOR);
    private static final String ALL =
            """
            select version.*, %s, count(*) over () as total from varve_read.version
            where (scope, name) = (?, ?)
            order by created_at desc, version limit ? offset ?
            """
                    .formatted(REKOR);
    private static final String EXPORTS =
            """
            select each.value from varve_read.version, jsonb_each_text(exports) as each
            where (scope, name, version) = (?, ?, ?)
            """;
    private static final String DEPENDENCIES =
            """
            select registry, dependency, range, path, fallback from varve_read.dependency
            where (scope, name, version) = (?, ?, ?) order by place
            """;

    /// JSR's Dependency.
    public record DependencyView(
            String kind,
            String name,
            String constraint,
            String path,
            @Nullable String fallbackUrl) {}

    private final JdbcClient db;

    Versions(JdbcClient db) {
        this.db = db;
    }

    public Optional<VersionView> one(PackageRef pkg, String version) {
        return db.sql(ONE)
                .params(pkg.scope().text(), pkg.name().text(), version)
                .query((row, _) -> VersionView.of(row))
                .optional();
    }

    /// Newest first.
    public Page.Items<VersionView> of(PackageRef pkg, Page page) {
        return Page.items(
                db.sql(ALL)
                        .params(pkg.scope().text(), pkg.name().text(), page.size(), page.offset()),
                (row, _) -> VersionView.of(row));
    }

    /// Files of a version's entry points.
    public List<String> exports(PackageRef pkg, String version) {
        return db.sql(EXPORTS)
                .params(pkg.scope().text(), pkg.name().text(), version)
                .query((row, _) -> row.getString(1))
                .list();
    }

    public List<DependencyView> dependencies(PackageRef pkg, String version) {
        return db.sql(DEPENDENCIES)
                .params(pkg.scope().text(), pkg.name().text(), version)
                .query((row, _) -> dependency(row))
                .list();
    }

    private static DependencyView dependency(ResultSet row) throws SQLException {
        return new DependencyView(
                row.getString("registry"),
                row.getString("dependency"),
                row.getString("range"),
                row.getString("path"),
                row.getString("fallback"));
    }
}
