package varve.query.pkg;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.docs.Merits;
import varve.contract.docs.PackageMerits;
import varve.contract.pkg.PackageRef;

/// Scores packages by their latest versions.
@Component
public class Scores {
    private static final String ONE =
            """
            select package.description, merit.merits::text as merits,
                (select count(*) from jsonb_each(runtime_compat) where value = 'true') as runtimes,
                exists (select from varve_read.attestation as attested where published
                    and (attested.scope, attested.name, attested.version)
                        = (package.scope, package.name, package.latest)) as attested
            from varve_read.package
            left join varve_read.merit on merit.scope = package.scope
                and merit.name = package.name and merit.version = package.latest
            where (package.scope, package.name) = (?, ?)
            """;

    private final JdbcClient db;
    private final JsonMapper json;

    Scores(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /// The score of a package.
    ///
    /// @throws Refused when there is no such package
    public Score of(PackageRef pkg) {
        return db.sql(ONE)
                .params(pkg.scope().text(), pkg.name().text())
                .query((row, _) -> score(row))
                .optional()
                .orElseThrow(() -> new Refused(new Refusal.PackageNotFound(pkg.text())));
    }

    private Score score(ResultSet row) throws SQLException {
        var stored = row.getString("merits");
        var merits = stored == null ? null : json.readValue(stored, Merits.class);
        var standing =
                new PackageMerits(
                        row.getBoolean("attested"),
                        !row.getString("description").isEmpty(),
                        row.getInt("runtimes"));
        return Score.of(merits, standing);
    }
}
