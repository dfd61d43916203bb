package varve.query.account;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.account.UserId;
import varve.query.Rows;

/// What waits to be read by people.
@Component
public class Inbox {
    private static final String ALL =
            "select id, subject, text, at from varve_vault.message where owner = ?"
                    + " order by at desc, id";

    /// @param text some lines
    public record MessageView(String id, String subject, String text, Instant createdAt) {}

    private final JdbcClient db;

    Inbox(JdbcClient db) {
        this.db = db;
    }

    /// Newest first.
    public List<MessageView> of(UserId owner) {
        return db.sql(ALL)
                .param(owner.uuid())
                .query((row, _) ->
                        new MessageView(
                                row.getObject("id", UUID.class).toString(),
                                row.getString("subject"),
                                row.getString("text"),
                                Rows.moment(row, "at")))
                .list();
    }
}
