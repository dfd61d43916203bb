package varve.projections.pkg;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.pkg.PackageEvent;
import varve.contract.pkg.PackageEvent.PackageDeleted;
import varve.contract.pkg.PackageEvent.PublisherDistrusted;
import varve.contract.pkg.PackageEvent.PublisherTrusted;
import varve.contract.pkg.PackageRef;
import varve.contract.pkg.TrustedPublisher;
import varve.eventlog.Fact;

/// `varve_read.trusted_publisher`: which workflows publish a package without a token.
@Component
class TrustTable {
    private static final String ADD =
            """
            insert into varve_read.trusted_publisher (scope, name, id, provider, repository, file,
                environment, publishes, stages, place)
            values (:scope, :name, :id, :provider, :repository, :file, :environment, :publishes,
                :stages, :place)
            """;
    private static final String REMOVE =
            "delete from varve_read.trusted_publisher where (scope, name) = (?, ?)";

    private final JdbcClient db;

    TrustTable(JdbcClient db) {
        this.db = db;
    }

    /// Facts that say nothing of the kind are passed over.
    void on(PackageEvent event, Fact fact) {
        switch (event) {
            case PublisherTrusted(var pkg, var publisher) -> add(pkg, publisher, fact.position());
            case PublisherDistrusted(var pkg, var id) ->
                    db.sql(REMOVE + " and id = ?")
                            .params(pkg.scope().text(), pkg.name().text(), id)
                            .update();
            case PackageDeleted(var pkg) ->
                    db.sql(REMOVE).params(pkg.scope().text(), pkg.name().text()).update();
            default -> {}
        }
    }

    private void add(PackageRef pkg, TrustedPublisher publisher, long place) {
        db.sql(ADD)
                .param("scope", pkg.scope().text())
                .param("name", pkg.name().text())
                .param("id", publisher.id())
                .param("provider", publisher.provider())
                .param("repository", publisher.repository())
                .param("file", publisher.file())
                .param("environment", publisher.environment())
                .param("publishes", publisher.publishes())
                .param("stages", publisher.stages())
                .param("place", place)
                .update();
    }
}
