package varve.command.ticket;

import java.util.List;
import varve.command.Rules;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.account.UserId;
import varve.contract.ticket.TicketCommand;
import varve.contract.ticket.TicketCommand.AnswerTicket;
import varve.contract.ticket.TicketCommand.CloseTicket;
import varve.contract.ticket.TicketCommand.OpenTicket;
import varve.contract.ticket.TicketCommand.ReopenTicket;
import varve.contract.ticket.TicketEvent;
import varve.contract.ticket.TicketEvent.TicketAnswered;
import varve.contract.ticket.TicketEvent.TicketClosed;
import varve.contract.ticket.TicketEvent.TicketOpened;
import varve.contract.ticket.TicketEvent.TicketReopened;
import varve.eventlog.Subject;

/// What must be remembered of a ticket: whose it is, and whether staff are done with it.
public sealed interface Ticket {
    Subject<Ticket, TicketCommand, TicketEvent> SUBJECT =
            Rules.of("ticket", Ticket.class, new Unwritten(), Ticket::decide, Ticket::on);

    record Unwritten() implements Ticket {}

    record Written(UserId creator, boolean closed) implements Ticket {}

    default List<TicketEvent> decide(TicketCommand command) {
        return switch (command) {
            case OpenTicket(var id, var by, var kind, var message) ->
                    List.of(new TicketOpened(id, by, kind.text(), message));
            case AnswerTicket(var id, var by, var message, var asStaff) -> {
                if (!asStaff && !written(command).creator().equals(by)) {
                    throw unknown(command);
                }
                yield List.of(new TicketAnswered(id, by, message));
            }
            case CloseTicket(var id) ->
                    written(command).closed() ? List.of() : List.of(new TicketClosed(id));
            case ReopenTicket(var id) ->
                    written(command).closed() ? List.of(new TicketReopened(id)) : List.of();
        };
    }

    default Ticket on(TicketEvent event) {
        return switch (event) {
            case TicketOpened opened -> new Written(opened.by(), false);
            case TicketAnswered _ -> this;
            case TicketClosed _ -> closed(true);
            case TicketReopened _ -> closed(false);
        };
    }

    private Ticket closed(boolean so) {
        return switch (this) {
            case Unwritten() -> this;
            case Written(var creator, _) -> new Written(creator, so);
        };
    }

    private Written written(TicketCommand command) {
        return switch (this) {
            case Unwritten() -> throw unknown(command);
            case Written written -> written;
        };
    }

    private static Refused unknown(TicketCommand command) {
        return new Refused(new Refusal.TicketNotFound(command.ticket().text()));
    }
}
