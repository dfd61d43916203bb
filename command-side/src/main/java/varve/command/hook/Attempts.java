package varve.command.hook;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.hook.HookId;

/// `varve_command.hook_attempt`: how the last deliveries of each webhook went.
@Component
class Attempts {
    private static final int KEPT = 100;

    private static final String NOTE =
            """
            insert into varve_command.hook_attempt
                (hook, delivery, position, event, subject, at, try, status, trouble, millis, more)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String TRIM =
            """
            delete from varve_command.hook_attempt where hook = :hook and id < (
                select min(id) from (select id from varve_command.hook_attempt where hook = :hook
                    order by id desc limit :kept) as last)
            """;

    private final JdbcClient db;
    private final Clock clock;

    Attempts(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// One try.
    ///
    /// @param attempt counted from 1
    /// @param status of HTTP; absent when nothing was answered
    /// @param trouble empty when it arrived
    /// @param willRetry whether it is tried again
    record Told(
            String delivery,
            long position,
            String event,
            String subject,
            Instant at,
            int attempt,
            @Nullable Integer status,
            String trouble,
            int milliseconds,
            boolean willRetry) {}

    void note(HookQueue.Delivery delivery, Courier.Outcome outcome, Duration took, boolean again) {
        var now = Timestamp.from(clock.instant());
        var status = outcome.status() == 0 ? null : outcome.status();
        db.sql(NOTE)
                .param(delivery.hook().uuid())
                .param(delivery.id())
                .param(delivery.position())
                .param(delivery.event())
                .param(delivery.subject())
                .param(now)
                .param(delivery.tries())
                .param(status)
                .param(outcome.trouble())
                .param((int) took.toMillis())
                .param(again)
                .update();
        db.sql(TRIM).param("hook", delivery.hook().uuid()).param("kept", KEPT).update();
        db.sql("update varve_vault.hook set last_at = ?, last_status = ? where id = ?")
                .param(now)
                .param(status)
                .param(delivery.hook().uuid())
                .update();
    }

    /// The latest first.
    List<Told> of(HookId hook) {
        return db.sql("select * from varve_command.hook_attempt where hook = ? order by id desc")
                .param(hook.uuid())
                .query((row, _) ->
                        new Told(
                                row.getString("delivery"),
                                row.getLong("position"),
                                row.getString("event"),
                                row.getString("subject"),
                                row.getTimestamp("at").toInstant(),
                                row.getInt("try"),
                                row.getObject("status", Integer.class),
                                row.getString("trouble"),
                                row.getInt("millis"),
                                row.getBoolean("more")))
                .list();
    }
}
