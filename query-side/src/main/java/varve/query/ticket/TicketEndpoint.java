package varve.query.ticket;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Caller;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.ticket.TicketId;
import varve.query.Page;
import varve.query.Rights;
import varve.query.ticket.TicketViews.Message;
import varve.query.ticket.TicketViews.Overview;
import varve.query.ticket.TicketViews.Ticket;

/// Tickets, to those who wrote them and to staff; to others there are none.
@RestController
class TicketEndpoint {
    private final Tickets tickets;
    private final Rights rights;

    TicketEndpoint(Tickets tickets, Rights rights) {
        this.tickets = tickets;
        this.rights = rights;
    }

    @GetMapping("/api/user/tickets")
    List<Ticket> own(Caller caller) {
        return tickets.of(rights.person(caller));
    }

    @GetMapping("/api/user/tickets/{id}")
    Ticket one(@PathVariable String id, Caller caller) {
        return seen(id, caller);
    }

    @GetMapping("/api/tickets/{id}")
    Overview overview(@PathVariable String id, Caller caller) {
        var ticket = seen(id, caller);
        return tickets.overview(TicketId.of(ticket.id())).orElseThrow(() -> unknown(id));
    }

    @GetMapping("/api/tickets/{id}/messages/{message}")
    Message message(@PathVariable String id, @PathVariable UUID message, Caller caller) {
        var ticket = seen(id, caller);
        return tickets.message(TicketId.of(ticket.id()), message).orElseThrow(() -> unknown(id));
    }

    @GetMapping("/api/admin/tickets")
    Page.Items<Ticket> all(
            @RequestParam(defaultValue = "") String query,
            @RequestParam(required = false) @Nullable Integer page,
            @RequestParam(required = false) @Nullable Integer limit,
            Caller caller) {
        rights.staff(caller);
        return tickets.all(query, Page.of(page, limit));
    }

    @GetMapping("/api/admin/tickets/{id}")
    Ticket any(@PathVariable String id, Caller caller) {
        rights.staff(caller);
        return seen(id, caller);
    }

    private Ticket seen(String id, Caller caller) {
        var person = rights.person(caller);
        return tickets.one(TicketId.of(id))
                .filter(t -> caller.isStaff() || t.creator().id().equals(person.text()))
                .orElseThrow(() -> unknown(id));
    }

    private static Refused unknown(String id) {
        return new Refused(new Refusal.TicketNotFound(id));
    }
}
