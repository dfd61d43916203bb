package varve.command.ticket;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.account.UserId;
import varve.contract.ticket.TicketId;

/// What people write, in the vault.
@Component
class Letters {
    private static final int LONGEST = 20_000;
    private static final int MOST_META = 20;
    private static final int LONGEST_META = 1_000;

    private final JdbcClient db;
    private final JsonMapper json;

    Letters(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /// @return id of the message
    /// @throws Refused when nothing is written, or far too much
    UUID keep(UserId by, String text) {
        if (text.isBlank()) {
            throw new Refused(new Refusal.TicketMessageEmpty());
        }
        if (text.length() > LONGEST) {
            throw new Refused(
                    new Refusal.Malformed("a message has at most " + LONGEST + " characters"));
        }
        var id = UUID.randomUUID();
        db.sql("insert into varve_vault.ticket_message (id, owner, text) values (?, ?, ?)")
                .params(id, by.uuid(), text.strip())
                .update();
        return id;
    }

    /// @param meta as it came, perhaps with nothing behind a name
    void keepMeta(TicketId ticket, UserId by, Map<String, @Nullable String> meta) {
        if (meta.size() > MOST_META) {
            throw new Refused(
                    new Refusal.TicketMetaNotValid("it has more than " + MOST_META + " entries"));
        }
        meta.forEach((name, value) -> {
            if (value == null) {
                throw new Refused(new Refusal.TicketMetaNotValid("an entry is empty"));
            }
            if (name.length() > LONGEST_META || value.length() > LONGEST_META) {
                throw new Refused(new Refusal.TicketMetaNotValid("an entry is too long"));
            }
        });
        db.sql("insert into varve_vault.ticket_meta (ticket, owner, meta) values (?, ?, ?::jsonb)")
                .params(ticket.uuid(), by.uuid(), json.writeValueAsString(meta))
                .update();
    }
}
