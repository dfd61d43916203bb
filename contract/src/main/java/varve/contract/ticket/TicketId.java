package varve.contract.ticket;

import java.util.UUID;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.Text;

/// Names a ticket.
public record TicketId(UUID uuid) implements Text {
    /// @throws Refused when the text is not a UUID
    public static TicketId of(String text) {
        try {
            return new TicketId(UUID.fromString(text));
        } catch (IllegalArgumentException _) {
            throw new Refused(new Refusal.TicketNotFound(text));
        }
    }

    @Override
    public String text() {
        return uuid.toString();
    }
}
