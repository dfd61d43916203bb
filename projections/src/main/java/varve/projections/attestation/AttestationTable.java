package varve.projections.attestation;

import java.sql.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.attestation.AttestationEvent;
import varve.contract.attestation.AttestationEvent.VersionAttested;

/// `varve_read.attestation`: by the attempt with which each came, since only what was published
/// with it counts. Of sources it comes afterwards, of npm packages before.
@Component
public class AttestationTable {
    private static final String ADD =
            """
            insert into varve_read.attestation (attempt, scope, name, version, predicate_type,
                issuer, identity, repository, source_commit, log_index, logged_at, published)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, exists (
                select from varve_read.version where (scope, name, version) = (?, ?, ?)))
            """;

    private final JdbcClient db;

    AttestationTable(JdbcClient db) {
        this.db = db;
    }

    public void on(AttestationEvent event) {
        switch (event) {
            case VersionAttested(var told) ->
                    db.sql(ADD)
                            .params(
                                    told.attempt().uuid(),
                                    told.ref().pkg().scope().text(),
                                    told.ref().pkg().name().text(),
                                    told.ref().version().text(),
                                    told.predicateType(),
                                    told.issuer(),
                                    told.identity(),
                                    told.repository(),
                                    told.commit(),
                                    told.logIndex(),
                                    Timestamp.from(told.loggedAt()),
                                    told.ref().pkg().scope().text(),
                                    told.ref().pkg().name().text(),
                                    told.ref().version().text())
                            .update();
        }
    }
}
