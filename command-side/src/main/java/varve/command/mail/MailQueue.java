package varve.command.mail;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import varve.command.work.Leases;
import varve.command.work.LogQueue;
import varve.contract.PublicAddresses;
import varve.eventlog.Fact;

/// What people are to be told. Without mail it waits on their account's page, and so does what
/// cannot be mailed; the oldest goes when somebody has a hundred.
public final class MailQueue implements LogQueue<MailQueue.Waiting> {
    private static final Duration NEWS = Duration.ofDays(1);
    private static final int MOST_WAITING = 100;
    private static final String ADD =
            """
            insert into varve_vault.message (id, owner, subject, text, at) values (?, ?, ?, ?, ?)
            on conflict do nothing
            """;
    private static final String FORGET =
            """
            delete from varve_vault.message where id in (
                select id from varve_vault.message where owner = ?
                order by at desc, id offset ?)
            """;

    /// A message that nobody has mailed yet.
    public record Waiting(UUID id, UUID owner, String subject, String text, int tries)
            implements Job {
        @Override
        public Object key() {
            return id;
        }

        @Override
        public String about() {
            return subject;
        }
    }

    private final JdbcClient db;
    private final Clock clock;
    private final Occasions occasions;
    private final Leases leases;
    private final boolean carried;

    /// @param carried whether anybody takes mail; otherwise all of it waits
    public MailQueue(JdbcClient db, Clock clock, PublicAddresses addresses, boolean carried) {
        this.db = db;
        this.clock = clock;
        this.carried = carried;
        this.occasions = new Occasions(db, addresses);
        this.leases = new Leases(db, "varve_vault.message", "id");
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public Leases leases() {
        return leases;
    }

    /// What is older than a day is no news: nobody is told when an old log is read again.
    @Override
    public void on(Fact fact) {
        boolean isNews = fact.at().isAfter(clock.instant().minus(NEWS));
        for (var message : occasions.of(fact)) {
            if (isNews) {
                add(message, fact);
            }
        }
    }

    /// What waits is not derived from the log, since people take it away.
    @Override
    public void reset() {}

    @Override
    public Optional<Waiting> take() {
        return !carried
                ? Optional.empty()
                : leases.take((row, _) ->
                        new Waiting(
                                row.getObject("id", UUID.class),
                                row.getObject("owner", UUID.class),
                                row.getString("subject"),
                                row.getString("text"),
                                row.getInt("tries")));
    }

    private void add(Message message, Fact fact) {
        var owner = message.to().uuid();
        var name = fact.position() + ":" + owner;
        db.sql(ADD)
                .param(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)))
                .param(owner)
                .param(message.subject())
                .param(message.text())
                .param(Timestamp.from(fact.at()))
                .update();
        db.sql(FORGET).params(owner, MOST_WAITING).update();
    }
}
