package varve.projections.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import varve.contract.pkg.PackageRef;
import varve.contract.scope.ScopeName;
import varve.contract.search.PackageEntry;

/// Makes the search index's entries from the tables and the shelf.
@Component
public class Entries {
    private static final int MOST_KEYWORDS = 50;

    private static final String ROW =
            """
            select package.scope, package.name, kind, description, latest, version_count,
                (extract(epoch from package.updated_at) * 1000)::bigint as millis,
                shown.version, shown.license, shown.readme, shown.manifest,
                (select count(distinct (scope, name)) from varve_read.dependency
                    where registry = 'jsr'
                        and dependency = '@' || package.scope || '/' || package.name)
                    as dependents,
                array(select person.name from varve_read.member
                    join varve_vault.person on person.id = member.user_id
                    where member.scope = package.scope order by member.created_at limit 50)
                    as owners
            from varve_read.package
            left join lateral (
                select version, license, readme, null as manifest, created_at
                from varve_read.version
                where version.scope = package.scope and version.name = package.name
                union all
                select version, null, null, manifest, created_at
                from varve_read.npm_version as npm
                where npm.scope = package.scope and npm.name = package.name
                    and not tombstoned
                order by created_at desc) as shown
                on shown.version = package.latest or package.latest is null
            where (package.scope, package.name) = (?, ?)
            limit 1
            """;
    private static final String OF_SCOPE =
            "select scope, name from varve_read.package where scope = ?";
    private static final String ALL =
            """
            select scope, name from varve_read.package
            where (scope, name) > (?, ?) order by scope, name limit ?
            """;

    private final JdbcClient db;
    private final ReadmeText readmes;
    private final JsonMapper json;

    Entries(JdbcClient db, ReadmeText readmes, JsonMapper json) {
        this.db = db;
        this.readmes = readmes;
        this.json = json;
    }

    /// @return empty when there is no such package
    Optional<PackageEntry> of(PackageRef pkg) {
        return db.sql(ROW)
                .params(pkg.scope().text(), pkg.name().text())
                .query((row, _) -> entry(pkg, row))
                .optional();
    }

    List<PackageRef> of(ScopeName scope) {
        return db.sql(OF_SCOPE).param(scope.text()).query((row, _) -> ref(row)).list();
    }

    /// The next packages in the order of their names.
    ///
    /// @param last where to go on, or null to begin
    List<PackageRef> after(@Nullable PackageRef last, int most) {
        return db.sql(ALL)
                .params(
                        last == null ? "" : last.scope().text(),
                        last == null ? "" : last.name().text(),
                        most)
                .query((row, _) -> ref(row))
                .list();
    }

    private PackageEntry entry(PackageRef pkg, ResultSet row) throws SQLException {
        var canonical = pkg.name().text().toLowerCase(Locale.ROOT).replace("-", "");
        var said = row.getString("manifest");
        var manifest = said == null ? json.missingNode() : json.readTree(said);
        return new PackageEntry(
                pkg.scope().text(),
                pkg.name().text(),
                canonical,
                canonical.length(),
                row.getString("kind"),
                row.getString("description"),
                row.getString("latest"),
                row.getInt("version_count"),
                row.getLong("millis"),
                new PackageEntry.Words(
                        keywords(manifest),
                        List.of((String[]) row.getArray("owners").getArray()),
                        List.of(),
                        readmes.of(pkg, row.getString("version"), row.getString("readme"))),
                new PackageEntry.Standing(
                        0,
                        0,
                        row.getInt("dependents"),
                        List.of(),
                        Stream.of(row.getString("license"), manifest.path("license").asString(null))
                                .filter(java.util.Objects::nonNull)
                                .findFirst()
                                .orElse(null)));
    }

    private static List<String> keywords(JsonNode manifest) {
        return manifest.path("keywords")
                .valueStream()
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .limit(MOST_KEYWORDS)
                .toList();
    }

    private static PackageRef ref(ResultSet row) throws SQLException {
        return PackageRef.of(row.getString("scope"), row.getString("name"));
    }
}
