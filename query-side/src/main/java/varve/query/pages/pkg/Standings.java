package varve.query.pages.pkg;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.pkg.PackageRef;
import varve.query.Round;
import varve.query.Rows;
import varve.query.downloads.DownloadCounts;
import varve.query.pkg.PackageView;
import varve.query.pkg.Scores;

/// Finds where a package stands, with two questions at once.
@Component
public class Standings {
    private static final int MOST_OWNERS = 12;
    private static final String ONE =
            "select package.*, "
                    + Scores.COLUMNS
                    + """
                    , told.issuer, told.repository, told.source_commit, told.log_index,
                    told.logged_at,
                    (select json_agg(owner) from (
                        select coalesce(person.name, '') as owner from varve_read.member
                        left join varve_vault.person on person.id = member.user_id
                        where member.scope = package.scope and member.role = 'admin'
                        order by member.created_at limit %d) as owners)::text as owners
                    from varve_read.package
                    """
                            .formatted(MOST_OWNERS)
                    + Scores.MERITS
                    + """
                     left join varve_read.attestation as told on told.scope = package.scope
                        and told.name = package.name and published
                        and told.version = coalesce(:version, package.latest)
                    where (package.scope, package.name) = (:scope, :name)
                    """;

    private final JdbcClient db;
    private final JsonMapper json;
    private final Scores scores;
    private final DownloadCounts downloads;

    Standings(JdbcClient db, JsonMapper json, Scores scores, DownloadCounts downloads) {
        this.db = db;
        this.json = json;
        this.scores = scores;
        this.downloads = downloads;
    }

    /// @param version whose provenance is wanted, or null for that of the latest
    /// @throws Refused when there is no such package
    public Standing of(PackageRef pkg, @Nullable String version) {
        return Round.of(
                () -> known(pkg, version),
                () -> downloads.of(pkg),
                (standing, counts) -> standing.with(counts));
    }

    private Standing known(PackageRef pkg, @Nullable String version) {
        return db.sql(ONE)
                .param("scope", pkg.scope().text())
                .param("name", pkg.name().text())
                .param("version", version)
                .query((row, _) -> standing(row))
                .optional()
                .orElseThrow(() -> new Refused(new Refusal.PackageNotFound(pkg.text())));
    }

    private Standing standing(ResultSet row) throws SQLException {
        var view = PackageView.of(row);
        var from = view.githubRepository();
        return new Standing(
                row.getString("merits") == null ? null : (Integer) scores.score(row).percent(),
                view.runtimeCompat(),
                from == null ? null : from.owner() + "/" + from.name(),
                provenance(row),
                owners(row.getString("owners")),
                DownloadCounts.Counts.NONE);
    }

    private List<String> owners(@Nullable String found) {
        return found == null
                ? List.of()
                : json.readValue(found, new TypeReference<List<String>>() {}).stream()
                        .filter(name -> !name.isEmpty())
                        .toList();
    }

    private static Standing.@Nullable Provenance provenance(ResultSet row) throws SQLException {
        var issuer = row.getString("issuer");
        return issuer == null
                ? null
                : new Standing.Provenance(
                        issuer,
                        row.getString("repository"),
                        row.getString("source_commit"),
                        row.getLong("log_index"),
                        Rows.moment(row, "logged_at"));
    }
}
