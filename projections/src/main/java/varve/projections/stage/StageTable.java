package varve.projections.stage;

import java.sql.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.stage.StageEvent;
import varve.contract.stage.StageEvent.StageApproved;
import varve.contract.stage.StageEvent.StageRejected;
import varve.contract.stage.StageEvent.VersionStaged;
import varve.contract.stage.StageId;
import varve.eventlog.Fact;

/// `varve_read.stage`.
@Component
public class StageTable {
    private static final String ADD =
            """
            insert into varve_read.stage
                (id, scope, package, version, tag, actor, shasum, status, created_at)
            values (?, ?, ?, ?, ?, ?, ?, 'pending', ?)
            """;

    private final JdbcClient db;

    StageTable(JdbcClient db) {
        this.db = db;
    }

    public void on(StageEvent event, Fact fact) {
        switch (event) {
            case VersionStaged(var id, var ref, var release, var tag, _) ->
                    db.sql(ADD)
                            .params(
                                    id.uuid(),
                                    ref.pkg().scope().text(),
                                    ref.pkg().text(),
                                    ref.version().text(),
                                    tag.text(),
                                    fact.origin().actor(),
                                    release.sha1(),
                                    Timestamp.from(fact.at()))
                            .update();
            case StageApproved(var id) -> decide(id, "approved");
            case StageRejected(var id) -> decide(id, "rejected");
        }
    }

    private void decide(StageId id, String status) {
        db.sql("update varve_read.stage set status = ? where id = ?")
                .params(status, id.uuid())
                .update();
    }
}
