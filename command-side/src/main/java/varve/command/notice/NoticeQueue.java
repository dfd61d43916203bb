package varve.command.notice;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import varve.command.work.JobQueue.Job;
import varve.command.work.Leases;
import varve.command.work.LogQueue;
import varve.contract.Live;
import varve.contract.version.VersionEvent;
import varve.contract.version.VersionRef;
import varve.eventlog.Fact;

/// Whom publications have yet to be told to. What happened long ago is told nobody, however often
/// the log is read.
public final class NoticeQueue implements LogQueue<NoticeQueue.Delivery> {
    private static final Duration NEWS = Duration.ofHours(1);

    private static final String ADD =
            """
            insert into varve_command.notice (id, notice, position, deed, name, version, actor)
            values (gen_random_uuid(), ?, ?, ?, ?, ?, ?) on conflict do nothing
            """;

    /// Something to tell one of them.
    ///
    /// @param deed `publish` or `unpublish`
    /// @param actor who did it, as {@link varve.contract.Actor#text()} has it
    public record Delivery(
            UUID id,
            String notice,
            long position,
            String deed,
            String name,
            String version,
            String actor,
            int tries)
            implements Job {
        @Override
        public Object key() {
            return id;
        }

        @Override
        public String about() {
            return name + "@" + version;
        }
    }

    private final JdbcClient db;
    private final Leases leases;
    private final Live<List<Notice>> notices;
    private final Clock clock;

    public NoticeQueue(JdbcClient db, Live<List<Notice>> notices, Clock clock) {
        this.db = db;
        this.notices = notices;
        this.clock = clock;
        this.leases = new Leases(db, "varve_command.notice", "id");
    }

    @Override
    public String name() {
        return "notices";
    }

    @Override
    public Leases leases() {
        return leases;
    }

    @Override
    public void on(Fact fact) {
        if (notices.now().isEmpty() || fact.at().isBefore(clock.instant().minus(NEWS))) {
            return;
        }
        switch (fact.event()) {
            case VersionEvent.NpmVersionPublished published ->
                    add(published.ref(), "publish", fact);
            case VersionEvent.VersionPublished published -> add(published.ref(), "publish", fact);
            case VersionEvent.VersionTombstoned(var ref) -> add(ref, "unpublish", fact);
            default -> {}
        }
    }

    /// What was told stays told.
    @Override
    public void reset() {
        // only news are put in
    }

    @Override
    public Optional<Delivery> take() {
        return leases.take((row, _) ->
                new Delivery(
                        row.getObject("id", UUID.class),
                        row.getString("notice"),
                        row.getLong("position"),
                        row.getString("deed"),
                        row.getString("name"),
                        row.getString("version"),
                        row.getString("actor"),
                        row.getInt("tries")));
    }

    private void add(VersionRef ref, String deed, Fact fact) {
        var name = ref.pkg().text();
        for (var notice : Notice.about(notices.now(), name)) {
            db.sql(ADD)
                    .params(
                            notice.id(),
                            fact.position(),
                            deed,
                            name,
                            ref.version().text(),
                            fact.origin().actor())
                    .update();
        }
    }
}
