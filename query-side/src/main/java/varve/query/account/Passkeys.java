package varve.query.account;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.account.UserId;
import varve.query.Rows;

/// The passkeys that people sign in with, without what makes them up.
@Component
public class Passkeys {
    private static final String ALL =
            "select id, name, created_at, last_used_at from varve_vault.passkey where owner = ?"
                    + " order by created_at, id";

    /// @param lastUsedAt absent while it was never used
    public record PasskeyView(
            String id, String name, Instant createdAt, @Nullable Instant lastUsedAt) {}

    private final JdbcClient db;

    Passkeys(JdbcClient db) {
        this.db = db;
    }

    /// Oldest first.
    public List<PasskeyView> of(UserId owner) {
        return db.sql(ALL)
                .param(owner.uuid())
                .query((row, _) ->
                        new PasskeyView(
                                row.getObject("id", UUID.class).toString(),
                                row.getString("name"),
                                Rows.moment(row, "created_at"),
                                Rows.momentOrNull(row, "last_used_at")))
                .list();
    }
}
