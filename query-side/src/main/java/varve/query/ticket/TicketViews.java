package varve.query.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import varve.query.account.UserView;

/// JSR's forms of a ticket.
public final class TicketViews {
    private TicketViews() {}

    public record Message(UserView author, String message, Instant updatedAt, Instant createdAt) {}

    /// What staff did to it.
    ///
    /// @param meta what is new
    public record AuditLog(
            UserView actor,
            String action,
            boolean isSudo,
            Map<String, Boolean> meta,
            Instant createdAt) {}

    /// @param kind `message` or `auditLog`
    public record Happening(
            String kind, @Nullable Message message, @Nullable AuditLog auditLog, UserView user) {}

    public record Ticket(
            String id,
            String kind,
            UserView creator,
            Map<String, String> meta,
            boolean closed,
            List<Message> messages,
            Instant updatedAt,
            Instant createdAt) {}

    /// @param events messages and what staff did, in their order
    public record Overview(
            String id,
            String kind,
            UserView creator,
            Map<String, String> meta,
            boolean closed,
            List<Happening> events,
            Instant updatedAt,
            Instant createdAt) {
        /// The same with what happened to it.
        public Overview with(List<Happening> all) {
            return new Overview(id, kind, creator, meta, closed, all, updatedAt, createdAt);
        }
    }
}
