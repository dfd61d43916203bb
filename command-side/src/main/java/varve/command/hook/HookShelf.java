package varve.command.hook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.account.UserId;
import varve.contract.hook.HookId;

/// `varve_vault.hook`: addresses and secrets of webhooks, which the log does not hold.
@Component
public class HookShelf {
    private static final String ADD =
            """
            insert into varve_vault.hook (id, owner, kind, about, target, endpoint, secret,
                created_at, updated_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String CHANGE =
            """
            update varve_vault.hook set endpoint = coalesce(?, endpoint),
                secret = coalesce(?, secret), updated_at = ?
            where id = ?
            """;

    private final JdbcClient db;
    private final Clock clock;

    HookShelf(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// A webhook with all that is known of it.
    ///
    /// @param about a package, or a scope with its `@`; a login for a person
    /// @param target the person; absent when it is about no person
    /// @param lastAt when it was told something last; absent before the first time
    /// @param lastStatus what was answered then; absent when nothing was
    public record Kept(
            HookId id,
            UserId owner,
            Kind kind,
            String about,
            @Nullable UserId target,
            String endpoint,
            String secret,
            Instant createdAt,
            Instant updatedAt,
            @Nullable Instant lastAt,
            @Nullable Integer lastStatus) {
        @Override
        public String toString() {
            return "Kept[" + id.text() + "]";
        }
    }

    Instant add(
            HookId id,
            UserId owner,
            Kind kind,
            String about,
            @Nullable UserId target,
            String endpoint,
            String secret) {
        var now = clock.instant();
        db.sql(ADD)
                .param(id.uuid())
                .param(owner.uuid())
                .param(kind.text())
                .param(about)
                .param(target == null ? null : target.uuid())
                .param(endpoint)
                .param(secret)
                .param(Timestamp.from(now))
                .param(Timestamp.from(now))
                .update();
        return now;
    }

    void change(HookId id, @Nullable String endpoint, @Nullable String secret) {
        db.sql(CHANGE)
                .param(endpoint)
                .param(secret)
                .param(Timestamp.from(clock.instant()))
                .param(id.uuid())
                .update();
    }

    void remove(HookId id) {
        db.sql("delete from varve_vault.hook where id = ?").param(id.uuid()).update();
        db.sql("delete from varve_command.hook_delivery where hook = ?").param(id.uuid()).update();
        db.sql("delete from varve_command.hook_attempt where hook = ?").param(id.uuid()).update();
    }

    Optional<Kept> one(HookId id) {
        return found("id = ?", id.uuid()).stream().findFirst();
    }

    List<Kept> ofOwner(UserId owner) {
        return found("owner = ? and kind <> 'changes'", owner.uuid());
    }

    List<Kept> ofScope(String scope) {
        return found("about = ? and kind = 'changes'", scope);
    }

    private List<Kept> found(String where, Object value) {
        return db.sql("select * from varve_vault.hook where " + where + " order by created_at, id")
                .param(value)
                .query((row, _) -> kept(row))
                .list();
    }

    private static Kept kept(ResultSet row) throws SQLException {
        var target = row.getObject("target", UUID.class);
        var last = row.getTimestamp("last_at");
        return new Kept(
                new HookId(row.getObject("id", UUID.class)),
                new UserId(row.getObject("owner", UUID.class)),
                Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("about"),
                target == null ? null : new UserId(target),
                row.getString("endpoint"),
                row.getString("secret"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant(),
                last == null ? null : last.toInstant(),
                row.getObject("last_status", Integer.class));
    }
}
