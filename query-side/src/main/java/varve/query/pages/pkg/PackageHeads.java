package varve.query.pages.pkg;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.pkg.PackageRef;
import varve.query.Rows;

/// Finds the top of a package's pages with one question.
@Component
public class PackageHeads {
    private static final String ONE =
            """
            select package.*, shown.version as shown_version, shown.yanked, shown.license,
                shown.readme, shown.exports::text as exports_text, shown.files, shown.bytes,
                shown.created_at as published_at, person.name as publisher_name,
                (select count(distinct (scope, name)) from varve_read.dependency
                    where registry = 'jsr' and dependency = :text) as dependents
            from varve_read.package
            left join lateral (
                select * from varve_read.version
                where version.scope = package.scope and version.name = package.name
                    and (:version::text is null or version = :version)
                order by version is distinct from package.latest, yanked, created_at desc
                limit 1) as shown on true
            left join varve_vault.person on person.id = case
                when shown.publisher like 'user:%'
                then split_part(shown.publisher, ':', 2)::uuid end
            where package.scope = :scope and package.name = :name
            """;

    private static final TypeReference<LinkedHashMap<String, String>> EXPORTS =
            new TypeReference<>() {};

    private final JdbcClient db;
    private final JsonMapper json;

    PackageHeads(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /// The package with its latest version.
    ///
    /// @throws Refused when there is no such package
    public PackageHead one(PackageRef pkg) {
        return find(pkg, null);
    }

    /// The package with exactly this version.
    ///
    /// @throws Refused when there is no such package or version
    public PackageHead one(PackageRef pkg, String version) {
        var head = find(pkg, version);
        if (head.release() == null) {
            throw new Refused(new Refusal.VersionNotFound(pkg.text() + "@" + version));
        }
        return head;
    }

    private PackageHead find(PackageRef pkg, @Nullable String version) {
        return db.sql(ONE)
                .param("scope", pkg.scope().text())
                .param("name", pkg.name().text())
                .param("text", pkg.text())
                .param("version", version)
                .query((row, _) -> head(row))
                .optional()
                .orElseThrow(() -> new Refused(new Refusal.PackageNotFound(pkg.text())));
    }

    private PackageHead head(ResultSet row) throws SQLException {
        var version = row.getString("shown_version");
        return new PackageHead(
                row.getString("scope"),
                row.getString("name"),
                row.getString("description"),
                row.getString("latest"),
                row.getInt("version_count"),
                row.getInt("dependents"),
                Rows.moment(row, "updated_at"),
                version == null ? null : release(version, row));
    }

    private PackageHead.Release release(String version, ResultSet row) throws SQLException {
        Map<String, String> exports = json.readValue(row.getString("exports_text"), EXPORTS);
        return new PackageHead.Release(
                version,
                row.getBoolean("yanked"),
                row.getString("license"),
                row.getString("readme"),
                exports,
                row.getInt("files"),
                row.getLong("bytes"),
                Rows.moment(row, "published_at"),
                row.getString("publisher_name"));
    }
}
