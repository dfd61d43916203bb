package varve.contract.ticket;

import java.util.UUID;
import varve.contract.Event;
import varve.contract.account.UserId;

/// What happened to a ticket. What was written lies in the vault.
public sealed interface TicketEvent extends Event {
    TicketId ticket();

    @Override
    default String stream() {
        return "ticket:" + ticket().text();
    }

    /// @param kind as {@link TicketKind#text()}
    record TicketOpened(TicketId ticket, UserId by, String kind, UUID message)
            implements TicketEvent {}

    record TicketAnswered(TicketId ticket, UserId by, UUID message) implements TicketEvent {}

    record TicketClosed(TicketId ticket) implements TicketEvent {}

    record TicketReopened(TicketId ticket) implements TicketEvent {}
}
