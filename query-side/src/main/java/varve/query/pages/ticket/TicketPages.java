package varve.query.pages.ticket;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Caller;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.ticket.TicketId;
import varve.query.Round;
import varve.query.pages.Press;
import varve.query.ticket.Tickets;

/// Writing to staff, and reading what they answer.
@RestController
class TicketPages {
    private final Tickets tickets;
    private final Press press;

    TicketPages(Tickets tickets, Press press) {
        this.tickets = tickets;
        this.press = press;
    }

    /// @param kind of the ticket to begin with
    /// @param about a scope or package to begin with
    @GetMapping("/account/tickets")
    ResponseEntity<byte[]> own(
            @RequestParam(defaultValue = "other") String kind,
            @RequestParam(defaultValue = "") String about,
            Caller caller) {
        if (!caller.interactive()) {
            return signIn("/account/tickets");
        }
        var found = tickets.summaries(caller.unrestricted());
        return press.privately((pages, site) -> pages.tickets(site, found, kind, about));
    }

    @GetMapping("/ticket/{id}")
    ResponseEntity<byte[]> one(@PathVariable String id, Caller caller) {
        if (!caller.interactive()) {
            return signIn("/ticket/" + TicketId.of(id).text());
        }
        var person = caller.unrestricted();
        var wanted = TicketId.of(id);
        var ticket =
                Round.of(
                                () -> tickets.head(wanted),
                                () -> tickets.happenings(wanted),
                                (head, lines) -> head.map(found -> found.with(lines)))
                        .filter(t -> caller.isStaff() || t.creator().id().equals(person.text()))
                        .orElseThrow(() -> new Refused(new Refusal.TicketNotFound(id)));
        return press.privately((pages, site) -> pages.ticket(site, ticket, caller.isStaff()));
    }

    private static ResponseEntity<byte[]> signIn(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/sign-in?redirect=" + address))
                .build();
    }
}
