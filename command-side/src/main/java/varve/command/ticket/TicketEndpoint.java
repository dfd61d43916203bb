package varve.command.ticket;

import static varve.contract.Refused.unlessGiven;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import varve.command.Access;
import varve.contract.Caller;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.Written;
import varve.contract.account.UserId;
import varve.contract.ticket.TicketCommand.AnswerTicket;
import varve.contract.ticket.TicketCommand.CloseTicket;
import varve.contract.ticket.TicketCommand.OpenTicket;
import varve.contract.ticket.TicketCommand.ReopenTicket;
import varve.contract.ticket.TicketId;
import varve.contract.ticket.TicketKind;
import varve.eventlog.Commands;
import varve.eventlog.States;

/// Writing to staff, and being answered.
@RestController
class TicketEndpoint {
    private final Commands commands;
    private final States states;
    private final Access access;
    private final Letters letters;

    TicketEndpoint(Commands commands, States states, Access access, Letters letters) {
        this.commands = commands;
        this.states = states;
        this.access = access;
        this.letters = letters;
    }

    /// @param meta what the kind of ticket needs, for example the scope
    record NewTicket(
            @Nullable String kind,
            @Nullable Map<String, @Nullable String> meta,
            @Nullable String message) {}

    record NewMessage(@Nullable String message) {}

    record Change(@Nullable Boolean closed) {}

    @PostMapping("/api/tickets")
    Written open(@RequestBody NewTicket wish, Caller caller) {
        var by = access.person(caller);
        var kind = TicketKind.named(unlessGiven(wish.kind(), "kind"));
        var ticket = new TicketId(UUID.randomUUID());
        var message = letters.keep(by, unlessGiven(wish.message(), "message"));
        letters.keepMeta(ticket, by, wish.meta() == null ? Map.of() : wish.meta());
        var receipt = commands.send(new OpenTicket(ticket, by, kind, message), caller);
        return new Written(receipt.position(), "/api/user/tickets/" + ticket.text());
    }

    @PostMapping("/api/tickets/{id}")
    Written answer(@PathVariable String id, @RequestBody NewMessage wish, Caller caller) {
        var by = access.person(caller);
        var ticket = TicketId.of(id);
        requireSeen(ticket, by, caller.isStaff());
        var message = letters.keep(by, unlessGiven(wish.message(), "message"));
        var wished = new AnswerTicket(ticket, by, message, caller.isStaff());
        var receipt = commands.send(wished, caller);
        return new Written(
                receipt.position(), "/api/tickets/" + ticket.text() + "/messages/" + message);
    }

    @PatchMapping("/api/admin/tickets/{id}")
    Written change(@PathVariable String id, @RequestBody Change wish, Caller caller) {
        access.staff(caller);
        var ticket = TicketId.of(id);
        var wished =
                unlessGiven(wish.closed(), "closed")
                        ? new CloseTicket(ticket)
                        : new ReopenTicket(ticket);
        var receipt = commands.send(wished, caller);
        return new Written(receipt.position(), "/api/admin/tickets/" + ticket.text());
    }

    /// Nothing is kept of what is written to a ticket that the writer may not know of.
    private void requireSeen(TicketId ticket, UserId by, boolean asStaff) {
        var known = states.of(Ticket.SUBJECT, "ticket:" + ticket.text());
        if (!(known instanceof Ticket.Written written)
                || !(asStaff || written.creator().equals(by))) {
            throw new Refused(new Refusal.TicketNotFound(ticket.text()));
        }
    }
}
