package varve.query.pkg;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.docs.Merits;
import varve.contract.pkg.PackageRef;

/// Scores packages by their latest versions.
@Component
public class Scores {
    /// What a row says that is scored, with {@link #MERITS} joined to its package.
    public static final String COLUMNS =
            """
            package.description, merit.merits::text as merits,
            exists (select from varve_read.attestation as told
                where told.scope = package.scope and told.name = package.name
                    and told.version = package.latest and published) as proven,
            (select count(*) from jsonb_each(package.runtime_compat)
                where value = 'true'::jsonb) as runtimes
            """;

    public static final String MERITS =
            """
             left join varve_read.merit on merit.scope = package.scope
                and merit.name = package.name and merit.version = package.latest
            """;

    private static final String ONE =
            "select "
                    + COLUMNS
                    + " from varve_read.package"
                    + MERITS
                    + " where (package.scope, package.name) = (?, ?)";

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

    /// Reads what {@link #COLUMNS} names.
    public Score score(ResultSet row) throws SQLException {
        var stored = row.getString("merits");
        var merits = stored == null ? null : json.readValue(stored, Merits.class);
        var described = !row.getString("description").isEmpty();
        return Score.of(
                merits,
                new Score.Setting(row.getBoolean("proven"), described, row.getInt("runtimes")));
    }
}
