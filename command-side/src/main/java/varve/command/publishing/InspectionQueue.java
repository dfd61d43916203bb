package varve.command.publishing;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import varve.contract.publishing.AttemptId;
import varve.contract.publishing.FilePath;
import varve.contract.version.VersionEvent;
import varve.contract.version.VersionEvent.PublishRefused;
import varve.contract.version.VersionEvent.PublishRequested;
import varve.contract.version.VersionEvent.VersionPublished;
import varve.contract.version.VersionRef;
import varve.eventlog.Fact;
import varve.eventlog.Projection;

/// The uploads that nobody has judged yet, drawn from the log. A node that takes one holds it on a
/// lease; when the node dies the lease runs out and another takes it up.
public class InspectionQueue implements Projection {
    static final Duration LEASE = Duration.ofSeconds(15);

    private static final String ADD =
            """
            insert into varve_command.inspection (attempt, version, config, correlation)
            values (?, ?, ?, ?)
            on conflict do nothing
            """;
    private static final String TAKE =
            """
            update varve_command.inspection
            set leased_until = now() + make_interval(secs => ?), tries = tries + 1
            where attempt in (
                select attempt from varve_command.inspection
                where due <= now() and leased_until <= now()
                order by due, attempt limit 1 for update skip locked)
            returning attempt, version, config, correlation, tries
            """;
    private static final String EXTEND =
            """
            update varve_command.inspection
            set leased_until = now() + make_interval(secs => ?) where attempt = ?
            """;
    private static final String POSTPONE =
            """
            update varve_command.inspection
            set leased_until = now(), due = now() + make_interval(secs => ?) where attempt = ?
            """;

    /// @param tries this one included
    record Job(
            AttemptId attempt,
            VersionRef version,
            FilePath config,
            String correlation,
            int tries) {}

    private final JdbcClient db;
    private final Semaphore work = new Semaphore(0);

    public InspectionQueue(JdbcClient db) {
        this.db = db;
    }

    @Override
    public String name() {
        return "inspection";
    }

    @Override
    public void on(Fact fact) {
        if (fact.event() instanceof VersionEvent event) {
            switch (event) {
                case PublishRequested requested -> add(requested, fact.origin().correlation());
                case PublishRefused refused -> done(refused.attempt());
                case VersionPublished published -> done(published.attempt());
                case VersionEvent.VersionYanked _, VersionEvent.VersionUnyanked _ -> {}
                case VersionEvent.NpmVersionPublished _,
                        VersionEvent.VersionDeprecated _,
                        VersionEvent.VersionUndeprecated _,
                        VersionEvent.VersionTombstoned _ -> {}
            }
        }
    }

    @Override
    public void afterCommit() {
        work.release();
    }

    @Override
    public void reset() {
        db.sql("truncate varve_command.inspection").update();
    }

    /// Takes the job that is due longest.
    Optional<Job> take() {
        return db.sql(TAKE)
                .param(LEASE.toSeconds())
                .query((row, _) ->
                        new Job(
                                new AttemptId(row.getObject("attempt", UUID.class)),
                                VersionRef.of(row.getString("version")),
                                FilePath.of(row.getString("config")),
                                row.getString("correlation"),
                                row.getInt("tries")))
                .optional();
    }

    /// Holds on to jobs that are still being worked on.
    void extend(List<AttemptId> attempts) {
        for (var attempt : attempts) {
            db.sql(EXTEND).params(LEASE.toSeconds(), attempt.uuid()).update();
        }
    }

    /// Gives a job back, to be taken up again after a while.
    void postpone(AttemptId attempt, Duration pause) {
        db.sql(POSTPONE).params(pause.toSeconds(), attempt.uuid()).update();
    }

    /// Waits until there may be work: when this node read a request from the log, or time went by
    /// in which another node or a lease may have left some.
    void awaitWork(Duration atMost) throws InterruptedException {
        if (work.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            work.drainPermits();
        }
    }

    private void add(PublishRequested requested, String correlation) {
        db.sql(ADD)
                .params(
                        requested.attempt().uuid(),
                        requested.ref().text(),
                        requested.config().text(),
                        correlation)
                .update();
    }

    private void done(AttemptId attempt) {
        db.sql("delete from varve_command.inspection where attempt = ?")
                .param(attempt.uuid())
                .update();
    }
}
