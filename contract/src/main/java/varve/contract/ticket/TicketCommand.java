package varve.contract.ticket;

import java.util.UUID;
import varve.contract.Command;
import varve.contract.account.UserId;

/// Wishes about a ticket. What is written lies in the vault before.
public sealed interface TicketCommand extends Command {
    TicketId ticket();

    @Override
    default String stream() {
        return "ticket:" + ticket().text();
    }

    /// @param message id of the first message
    record OpenTicket(TicketId ticket, UserId by, TicketKind kind, UUID message)
            implements TicketCommand {}

    /// @param asStaff whether the writer answers for the registry
    record AnswerTicket(TicketId ticket, UserId by, UUID message, boolean asStaff)
            implements TicketCommand {}

    record CloseTicket(TicketId ticket) implements TicketCommand {}

    record ReopenTicket(TicketId ticket) implements TicketCommand {}
}
