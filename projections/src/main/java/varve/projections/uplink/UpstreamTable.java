package varve.projections.uplink;

import java.sql.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.uplink.UpstreamEvent;
import varve.contract.uplink.UpstreamEvent.TarballEntered;
import varve.eventlog.Fact;

/// `varve_read.upstream_tarball`: which tarballs of other registries entered, when, and from where.
@Component
public class UpstreamTable {
    private static final String ENTER =
            """
            insert into varve_read.upstream_tarball
                (position, name, version, uplink, address, integrity, size, entered_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final JdbcClient db;

    UpstreamTable(JdbcClient db) {
        this.db = db;
    }

    public void on(UpstreamEvent event, Fact fact) {
        switch (event) {
            case TarballEntered(var tarball) ->
                    db.sql(ENTER)
                            .params(
                                    fact.position(),
                                    tarball.name(),
                                    tarball.version(),
                                    tarball.uplink(),
                                    tarball.address(),
                                    tarball.integrity(),
                                    tarball.size(),
                                    Timestamp.from(fact.at()))
                            .update();
        }
    }
}
