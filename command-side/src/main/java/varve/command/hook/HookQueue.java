package varve.command.hook;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import varve.command.work.Leases;
import varve.command.work.LogQueue;
import varve.contract.EventCatalogue;
import varve.contract.hook.HookId;
import varve.eventlog.Fact;

/// What webhooks have yet to tell. Each fact is put in once for each that listens, however often
/// the log is read.
public final class HookQueue implements LogQueue<HookQueue.Delivery> {
    private static final String ADD =
            """
            with listening as (
                update varve_vault.hook set seen = :position
                where seen < :position and created_at <= :at and (
                    (kind = 'package' and about = :pkg)
                    or (kind = 'package' and :whole and about like :within)
                    or (kind = 'scope' and about = :scope)
                    or (kind = 'changes' and about = :scope and :public)
                    or (kind = 'owner' and exists (select from varve_read.member
                        where member.scope = :owned and member.user_id = hook.target)))
                returning id, kind)
            insert into varve_command.hook_delivery (id, hook, position, event, subject, change, at)
            select gen_random_uuid(), id, :position,
                case when kind = 'changes' then :type else :event end, :subject, :change, :at
            from listening
            """;

    /// Something to tell one webhook.
    ///
    /// @param event in the dialect of the webhook
    /// @param change JSON, for npm's dialect
    public record Delivery(
            UUID id,
            HookId hook,
            long position,
            String event,
            String subject,
            String change,
            Instant at,
            int tries)
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
    private final Leases leases;
    private final JsonMapper json;

    public HookQueue(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
        this.leases = new Leases(db, "varve_command.hook_delivery", "id");
    }

    @Override
    public String name() {
        return "hooks";
    }

    @Override
    public Leases leases() {
        return leases;
    }

    @Override
    public void on(Fact fact) {
        Happening.of(fact.event()).ifPresent(happening -> add(happening, fact));
    }

    /// What was told stays told.
    @Override
    public void reset() {
        // the positions in the vault say what each webhook has heard of
    }

    @Override
    public Optional<Delivery> take() {
        return leases.take((row, _) ->
                new Delivery(
                        row.getObject("id", UUID.class),
                        new HookId(row.getObject("hook", UUID.class)),
                        row.getLong("position"),
                        row.getString("event"),
                        row.getString("subject"),
                        row.getString("change"),
                        row.getTimestamp("at").toInstant(),
                        row.getInt("tries")));
    }

    private void add(Happening happening, Fact fact) {
        var scope = "@" + happening.scope().text();
        var pkg = happening.pkg();
        db.sql(ADD)
                .param("position", fact.position())
                .param("at", Timestamp.from(fact.at()))
                .param("pkg", pkg == null ? "" : pkg.text())
                .param("whole", pkg == null)
                .param("within", scope + "/%")
                .param("scope", scope)
                .param("owned", happening.scope().text())
                .param("public", happening.isPublic())
                .param("type", EventCatalogue.of(fact.event().getClass()).name())
                .param("event", "package:" + happening.npmEvent())
                .param("subject", happening.subject())
                .param("change", json.writeValueAsString(happening.change()))
                .update();
    }
}
