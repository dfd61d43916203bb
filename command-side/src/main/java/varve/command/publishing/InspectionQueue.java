package varve.command.publishing;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import varve.command.work.Leases;
import varve.command.work.LogQueue;
import varve.contract.publishing.AttemptId;
import varve.contract.publishing.FilePath;
import varve.contract.version.VersionEvent;
import varve.contract.version.VersionEvent.PublishRefused;
import varve.contract.version.VersionEvent.PublishRequested;
import varve.contract.version.VersionEvent.VersionPublished;
import varve.contract.version.VersionRef;
import varve.eventlog.Fact;

/// The uploads that nobody has judged yet.
public final class InspectionQueue implements LogQueue<InspectionQueue.Inspectable> {
    private static final String ADD =
            """
            insert into varve_command.inspection (attempt, version, config, correlation, requested_at)
            values (?, ?, ?, ?, ?)
            on conflict do nothing
            """;

    /// An upload to look into.
    public record Inspectable(
            AttemptId attempt,
            VersionRef version,
            FilePath config,
            String correlation,
            Instant requestedAt,
            int tries)
            implements Job {
        @Override
        public Object key() {
            return attempt.uuid();
        }

        @Override
        public String about() {
            return version.text();
        }
    }

    private final JdbcClient db;
    private final Leases leases;

    public InspectionQueue(JdbcClient db) {
        this.db = db;
        this.leases = new Leases(db, "varve_command.inspection", "attempt");
    }

    @Override
    public String name() {
        return "inspection";
    }

    @Override
    public Leases leases() {
        return leases;
    }

    @Override
    public void on(Fact fact) {
        if (fact.event() instanceof VersionEvent event) {
            switch (event) {
                case PublishRequested requested -> add(requested, fact);
                case PublishRefused refused -> leases.done(refused.attempt().uuid());
                case VersionPublished published -> leases.done(published.attempt().uuid());
                case VersionEvent.VersionYanked _, VersionEvent.VersionUnyanked _ -> {}
                case VersionEvent.VersionAppraised _ -> {}
                case VersionEvent.NpmVersionPublished _,
                        VersionEvent.VersionDeprecated _,
                        VersionEvent.VersionUndeprecated _,
                        VersionEvent.VersionTombstoned _ -> {}
            }
        }
    }

    @Override
    public Optional<Inspectable> take() {
        return leases.take((row, _) ->
                new Inspectable(
                        new AttemptId(row.getObject("attempt", UUID.class)),
                        VersionRef.of(row.getString("version")),
                        FilePath.of(row.getString("config")),
                        row.getString("correlation"),
                        row.getTimestamp("requested_at").toInstant(),
                        row.getInt("tries")));
    }

    private void add(PublishRequested requested, Fact fact) {
        db.sql(ADD)
                .params(
                        requested.attempt().uuid(),
                        requested.ref().text(),
                        requested.config().text(),
                        fact.origin().correlation(),
                        Timestamp.from(fact.at()))
                .update();
    }
}
