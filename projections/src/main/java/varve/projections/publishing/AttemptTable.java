package varve.projections.publishing;

import java.sql.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.pkg.PackageRef;
import varve.contract.version.VersionEvent;
import varve.contract.version.VersionEvent.PublishRefused;
import varve.contract.version.VersionEvent.PublishRequested;
import varve.contract.version.VersionEvent.VersionPublished;
import varve.eventlog.Fact;

/// `varve_read.attempt`: where each attempt stands, in the words of JSR's publishing task.
@Component
public class AttemptTable {
    private static final String REQUEST =
            """
            insert into varve_read.attempt
                (id, scope, name, version, status, requester, created_at, updated_at)
            values (?, ?, ?, ?, 'pending', ?, ?, ?)
            """;
    private static final String ACCEPT =
            "update varve_read.attempt set status = 'processed', updated_at = ? where id = ?";
    private static final String REFUSE =
            """
            update varve_read.attempt set status = 'failure', code = ?, message = ?, updated_at = ?
            where id = ?
            """;
    private static final String LIST =
            """
            update varve_read.attempt set status = 'success'
            where (scope, name) = (?, ?) and status = 'processed'
            """;

    private final JdbcClient db;

    AttemptTable(JdbcClient db) {
        this.db = db;
    }

    public void on(VersionEvent event, Fact fact) {
        var at = Timestamp.from(fact.at());
        switch (event) {
            case PublishRequested requested -> request(requested, fact, at);
            case VersionPublished published ->
                    db.sql(ACCEPT).params(at, published.attempt().uuid()).update();
            case PublishRefused refused ->
                    db.sql(REFUSE)
                            .params(refused.code(), refused.message(), at, refused.attempt().uuid())
                            .update();
            case VersionEvent.VersionYanked _, VersionEvent.VersionUnyanked _ -> {}
            case VersionEvent.VersionAppraised _ -> {}
            case VersionEvent.NpmVersionPublished _,
                    VersionEvent.VersionDeprecated _,
                    VersionEvent.VersionUndeprecated _,
                    VersionEvent.VersionTombstoned _ -> {}
        }
    }

    /// Everything published of this package can now be found by clients.
    public void listed(PackageRef pkg) {
        db.sql(LIST).params(pkg.scope().text(), pkg.name().text()).update();
    }

    private void request(PublishRequested requested, Fact fact, Timestamp at) {
        db.sql(REQUEST)
                .params(
                        requested.attempt().uuid(),
                        requested.ref().pkg().scope().text(),
                        requested.ref().pkg().name().text(),
                        requested.ref().version().text(),
                        fact.origin().actor(),
                        at,
                        at)
                .update();
    }
}
