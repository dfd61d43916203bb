package varve.query.pkg;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.pkg.PackageRef;
import varve.contract.pkg.TrustedPublisher;

/// `varve_read.trusted_publisher`.
@Component
public class Publishers {
    private static final String OF =
            """
            select * from varve_read.trusted_publisher where (scope, name) = (?, ?) order by place
            """;

    private final JdbcClient db;

    Publishers(JdbcClient db) {
        this.db = db;
    }

    /// Who publishes the package without a token, longest trusted first.
    public List<TrustedPublisher> of(PackageRef pkg) {
        return db.sql(OF)
                .params(pkg.scope().text(), pkg.name().text())
                .query((row, _) ->
                        new TrustedPublisher(
                                row.getString("id"),
                                row.getString("provider"),
                                row.getString("repository"),
                                row.getString("file"),
                                row.getString("environment"),
                                row.getBoolean("publishes"),
                                row.getBoolean("stages")))
                .list();
    }
}
