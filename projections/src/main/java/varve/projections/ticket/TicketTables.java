package varve.projections.ticket;

import java.sql.Timestamp;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.ticket.TicketEvent;
import varve.contract.ticket.TicketEvent.TicketAnswered;
import varve.contract.ticket.TicketEvent.TicketClosed;
import varve.contract.ticket.TicketEvent.TicketOpened;
import varve.contract.ticket.TicketEvent.TicketReopened;
import varve.contract.ticket.TicketId;
import varve.eventlog.Fact;

/// `varve_read.ticket` and what happened to each.
@Component
public class TicketTables {
    private static final String OPEN =
            """
            insert into varve_read.ticket (id, kind, creator, closed, created_at, updated_at)
            values (?, ?, ?, false, ?, ?)
            """;
    private static final String HAPPENED =
            """
            insert into varve_read.ticket_happening (ticket, position, message, closed, by_user, at)
            values (:ticket, :position, :message, :closed, :by, :at)
            """;

    private final JdbcClient db;

    TicketTables(JdbcClient db) {
        this.db = db;
    }

    public void on(TicketEvent event, Fact fact) {
        var at = Timestamp.from(fact.at());
        switch (event) {
            case TicketOpened(var id, var by, var kind, var message) -> {
                db.sql(OPEN).params(id.uuid(), kind, by.uuid(), at, at).update();
                happened(id, fact, message, null, by.uuid());
            }
            case TicketAnswered(var id, var by, var message) -> {
                db.sql("update varve_read.ticket set updated_at = ? where id = ?")
                        .params(at, id.uuid())
                        .update();
                happened(id, fact, message, null, by.uuid());
            }
            case TicketClosed(var id) -> closed(id, true, fact);
            case TicketReopened(var id) -> closed(id, false, fact);
        }
    }

    private void closed(TicketId id, boolean so, Fact fact) {
        db.sql("update varve_read.ticket set closed = ?, updated_at = ? where id = ?")
                .params(so, Timestamp.from(fact.at()), id.uuid())
                .update();
        happened(id, fact, null, so, actor(fact));
    }

    private void happened(
            TicketId id, Fact fact, @Nullable UUID message, @Nullable Boolean closed, UUID by) {
        db.sql(HAPPENED)
                .param("ticket", id.uuid())
                .param("position", fact.position())
                .param("message", message)
                .param("closed", closed)
                .param("by", by)
                .param("at", Timestamp.from(fact.at()))
                .update();
    }

    /// Only staff close tickets.
    private static UUID actor(Fact fact) {
        var actor = fact.origin().actor();
        return UUID.fromString(actor.substring(actor.indexOf(':') + 1));
    }
}
