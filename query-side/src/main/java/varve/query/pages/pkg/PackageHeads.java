package varve.query.pages.pkg;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.pkg.Kind;
import varve.contract.pkg.PackageRef;
import varve.query.Page;
import varve.query.Rows;

/// Finds the top of a package's pages with one question.
@Component
public class PackageHeads {
    /// The versions of a package of either kind.
    private static final String RELEASES =
            """
            select version, yanked, '' as deprecated, license, readme,
                exports::text as exports, files, bytes, publisher, created_at, null as manifest
            from varve_read.version
            where version.scope = package.scope and version.name = package.name
            union all
            select version, yanked, deprecated, null, null,
                '{}', files, unpacked_size, publisher, created_at, manifest
            from varve_read.npm_version as npm
            where npm.scope = package.scope and npm.name = package.name and not tombstoned
            """;

    private static final String ONE =
            """
            select package.*, shown.version as shown_version, shown.yanked, shown.deprecated,
                shown.license, shown.readme, shown.exports, shown.files, shown.bytes,
                shown.manifest, shown.created_at as published_at, person.name as publisher_name,
                (select count(distinct (scope, name)) from varve_read.dependency
                    join varve_read.package as other using (scope, name)
                    where registry = 'jsr' and dependency = :text and not other.hidden)
                    as dependents,
                (select json_agg(needed order by place) from (
                    select distinct on (registry, dependency, range) registry as kind,
                        dependency as name, range as constraint, place
                    from varve_read.dependency
                    where dependency.scope = package.scope and dependency.name = package.name
                        and dependency.version = shown.version) as needed)::text as dependencies,
                %s as listed
            from varve_read.package
            left join lateral (
                select * from (%s) as release
                where :version::text is null or version = :version
                order by version is distinct from package.latest, yanked, created_at desc
                limit 1) as shown on true
            left join varve_vault.person on person.id = case
                when shown.publisher similar to '(user|staff):%%'
                then split_part(shown.publisher, ':', 2)::uuid end
            where package.scope = :scope and package.name = :name
            """;
    private static final String LISTED =
            """
            (select json_agg(release) from (
                select version, yanked, deprecated,
                    coalesce(license, case when position('\\u0000' in manifest) = 0
                        then left(manifest::json ->> 'license', 100) end) as license,
                    (extract(epoch from created_at) * 1000)::bigint as "publishedAt",
                    (select json_agg(tag order by tag) from varve_read.dist_tag
                        where dist_tag.scope = package.scope and dist_tag.name = package.name
                            and dist_tag.version = release.version) as tags
                from (%s) as release
                order by created_at desc, version limit %d offset %d) as release)::text
            """;
    private static final TypeReference<LinkedHashMap<String, String>> EXPORTS =
            new TypeReference<>() {};
    private static final TypeReference<List<PackageHead.Dependency>> DEPENDENCIES =
            new TypeReference<>() {};
    private static final TypeReference<List<ListedVersion>> VERSIONS = new TypeReference<>() {};

    /// A package with a part of the list of its versions.
    record WithVersions(PackageHead head, List<ListedVersion> versions) {}

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
        return find(pkg, null, "null").head();
    }

    /// The package with exactly this version.
    ///
    /// @throws Refused when there is no such package or version
    public PackageHead one(PackageRef pkg, String version) {
        var head = find(pkg, version, "null").head();
        if (head.release() == null) {
            throw new Refused(new Refusal.VersionNotFound(pkg.text() + "@" + version));
        }
        return head;
    }

    /// The package with its latest version and some of all, newest first.
    ///
    /// @throws Refused when there is no such package
    WithVersions listed(PackageRef pkg, Page page) {
        return find(pkg, null, LISTED.formatted(RELEASES, page.size(), page.offset()));
    }

    private WithVersions find(PackageRef pkg, @Nullable String version, String listed) {
        return db.sql(ONE.formatted(listed, RELEASES))
                .param("scope", pkg.scope().text())
                .param("name", pkg.name().text())
                .param("text", pkg.text())
                .param("version", version)
                .query((row, _) ->
                        new WithVersions(head(row), read(row, "listed", VERSIONS, List.of())))
                .optional()
                .orElseThrow(() -> new Refused(new Refusal.PackageNotFound(pkg.text())));
    }

    private PackageHead head(ResultSet row) throws SQLException {
        var version = row.getString("shown_version");
        return new PackageHead(
                row.getString("scope"),
                row.getString("name"),
                Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("description"),
                row.getString("latest"),
                row.getInt("version_count"),
                row.getInt("dependents"),
                Rows.moment(row, "updated_at"),
                version == null ? null : release(version, row));
    }

    private PackageHead.Release release(String version, ResultSet row) throws SQLException {
        var said = row.getString("manifest");
        var manifest = said == null ? null : NpmManifest.of(json.readTree(said));
        return new PackageHead.Release(
                version,
                row.getBoolean("yanked"),
                row.getString("deprecated"),
                manifest == null ? row.getString("license") : manifest.license(),
                manifest == null ? row.getString("readme") : manifest.readme(),
                read(row, "exports", EXPORTS, Map.of()),
                row.getInt("files"),
                row.getLong("bytes"),
                Rows.moment(row, "published_at"),
                row.getString("publisher_name"),
                manifest == null
                        ? read(row, "dependencies", DEPENDENCIES, List.of())
                        : manifest.dependencies(),
                manifest);
    }

    private <T> T read(ResultSet row, String column, TypeReference<? extends T> type, T absent)
            throws SQLException {
        var text = row.getString(column);
        return text == null ? absent : json.readValue(text, type);
    }
}
