package varve.projections.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import varve.contract.account.UserId;
import varve.contract.docs.Merits;
import varve.contract.docs.PackageMerits;
import varve.contract.pkg.Glob;
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
                (select merits::text from varve_read.merit
                    where merit.scope = package.scope and merit.name = package.name
                        and merit.version = package.latest) as merits,
                (select count(distinct (scope, name)) from varve_read.dependency
                    join varve_read.package as other using (scope, name)
                    where registry = 'jsr' and not other.hidden
                        and dependency = '@' || package.scope || '/' || package.name)
                    as dependents,
                array(select person.name from varve_read.member
                    join varve_vault.person on person.id = member.user_id
                    where member.scope = package.scope order by member.created_at limit 50)
                    as owners,
                array(select key from jsonb_each(runtime_compat) where value = 'true' order by key)
                    as runtimes,
                exists (select from varve_read.attestation as attested where published
                    and (attested.scope, attested.name, attested.version)
                        = (package.scope, package.name, package.latest)) as attested
            from varve_read.package
            left join lateral (
                select version, license, readme, null as manifest, created_at
                from varve_read.version as source
                where (source.scope, source.name, source.version)
                    = (package.scope, package.name, coalesce(package.latest, (
                        select version from varve_read.version as newest
                        where newest.scope = package.scope and newest.name = package.name
                        order by created_at desc limit 1)))
                union all
                select version, null, null, manifest, created_at
                from varve_read.npm_version as npm
                where (npm.scope, npm.name, npm.version)
                    = (package.scope, package.name, coalesce(package.latest, (
                        select version from varve_read.npm_version as newest
                        where newest.scope = package.scope and newest.name = package.name
                            and not tombstoned
                        order by created_at desc limit 1)))
                    and not tombstoned
                order by created_at desc limit 1) as shown on true
            where (package.scope, package.name) = (?, ?)
                and not hidden and not archived and moved_to is null
            limit 1
            """;
    private static final String WITH_MEMBER =
            """
            select package.scope, package.name from varve_read.package
            join varve_read.member using (scope) where member.user_id = ?
            """;
    private static final String OF_SCOPE =
            "select scope, name from varve_read.package where scope = ?";
    private static final String ALL =
            """
            select scope, name from varve_read.package
            where (scope, name) > (?, ?) order by scope, name limit ?
            """;

    private static final String DOWNLOADS =
            """
            select coalesce(sum(times), 0) from varve_read.download
            where name = ? and day > (now() at time zone 'utc')::date - 7
            """;

    private final JdbcClient db;
    private final ReadmeText readmes;
    private final SymbolNames symbols;
    private final JsonMapper json;

    Entries(JdbcClient db, ReadmeText readmes, SymbolNames symbols, JsonMapper json) {
        this.db = db;
        this.readmes = readmes;
        this.symbols = symbols;
        this.json = json;
    }

    /// @return empty when there is no such package, or none that everybody may find
    Optional<PackageEntry> of(PackageRef pkg) {
        return db.sql(ROW)
                .params(pkg.scope().text(), pkg.name().text())
                .query((row, _) -> entry(pkg, row))
                .optional();
    }

    List<PackageRef> of(ScopeName scope) {
        return db.sql(OF_SCOPE).param(scope.text()).query((row, _) -> ref(row)).list();
    }

    List<PackageRef> with(UserId member) {
        return db.sql(WITH_MEMBER).param(member.uuid()).query((row, _) -> ref(row)).list();
    }

    /// How often a package was taken in the last week.
    long downloads(String name) {
        return db.sql(DOWNLOADS).param(name).query(Long.class).single();
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
                Glob.lower(pkg.text()),
                canonical,
                canonical.length(),
                row.getString("kind"),
                row.getString("description"),
                row.getString("latest"),
                row.getInt("version_count"),
                row.getLong("millis"),
                new PackageEntry.Words(
                        keywords(manifest),
                        strings(row, "owners"),
                        symbols.of(pkg, row.getString("version")),
                        readmes.of(pkg, row.getString("version"), row.getString("readme"))),
                new PackageEntry.Standing(
                        score(row),
                        downloads(pkg.text()),
                        row.getInt("dependents"),
                        strings(row, "runtimes"),
                        Stream.of(row.getString("license"), manifest.path("license").asString(null))
                                .filter(Objects::nonNull)
                                .findFirst()
                                .orElse(null)));
    }

    private int score(ResultSet row) throws SQLException {
        var stored = row.getString("merits");
        if (stored == null) {
            return 0;
        }
        var standing =
                new PackageMerits(
                        row.getBoolean("attested"),
                        !row.getString("description").isEmpty(),
                        strings(row, "runtimes").size());
        return Merits.percent(json.readValue(stored, Merits.class).points() + standing.points());
    }

    private static List<String> keywords(JsonNode manifest) {
        return manifest.path("keywords")
                .valueStream()
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .limit(MOST_KEYWORDS)
                .toList();
    }

    private static List<String> strings(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static PackageRef ref(ResultSet row) throws SQLException {
        return PackageRef.of(row.getString("scope"), row.getString("name"));
    }
}
