package varve.query.pages.staff;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Caller;
import varve.query.Page;
import varve.query.account.People;
import varve.query.pages.Pager;
import varve.query.pages.Press;
import varve.query.pkg.Packages;
import varve.query.publishing.Tasks;
import varve.query.scope.FullScopes;
import varve.query.ticket.Tickets;

/// What staff see of everything, once they say that they act as staff.
@RestController
class StaffPages {
    private static final int ITEMS = 50;

    private final People people;
    private final FullScopes scopes;
    private final Packages packages;
    private final Tasks tasks;
    private final Tickets tickets;
    private final Press press;

    StaffPages(
            People people,
            FullScopes scopes,
            Packages packages,
            Tasks tasks,
            Tickets tickets,
            Press press) {
        this.people = people;
        this.scopes = scopes;
        this.packages = packages;
        this.tasks = tasks;
        this.tickets = tickets;
        this.press = press;
    }

    @GetMapping({"/admin", "/admin/users"})
    ResponseEntity<byte[]> users(
            @RequestParam(defaultValue = "") String query,
            @RequestParam(required = false) @Nullable Integer page,
            Caller caller) {
        return staff(
                caller,
                () -> {
                    var part = Page.of(page, ITEMS);
                    var found = people.all(query, "", part);
                    var pager = pager("users", query, part, found.total());
                    return press.privately(
                            (pages, site) -> pages.staffusers(site, query, found.items(), pager));
                });
    }

    @GetMapping("/admin/scopes")
    ResponseEntity<byte[]> scopes(
            @RequestParam(defaultValue = "") String query,
            @RequestParam(required = false) @Nullable Integer page,
            Caller caller) {
        return staff(
                caller,
                () -> {
                    var part = Page.of(page, ITEMS);
                    var found = scopes.all(query, "", part);
                    var pager = pager("scopes", query, part, found.total());
                    return press.privately(
                            (pages, site) -> pages.staffscopes(site, query, found.items(), pager));
                });
    }

    @GetMapping("/admin/packages")
    ResponseEntity<byte[]> packages(
            @RequestParam(defaultValue = "") String query,
            @RequestParam(required = false) @Nullable Integer page,
            Caller caller) {
        return staff(
                caller,
                () -> {
                    var part = Page.of(page, ITEMS);
                    var found = packages.all(query, "", part);
                    var pager = pager("packages", query, part, found.total());
                    return press.privately((pages, site) ->
                            pages.staffpackages(site, query, found.items(), pager));
                });
    }

    @GetMapping("/admin/publishingTasks")
    ResponseEntity<byte[]> tasks(
            @RequestParam(defaultValue = "") String query,
            @RequestParam(required = false) @Nullable Integer page,
            Caller caller) {
        return staff(
                caller,
                () -> {
                    var part = Page.of(page, ITEMS);
                    var found = tasks.all(query, "", part);
                    var pager = pager("publishingTasks", query, part, found.total());
                    return press.privately(
                            (pages, site) -> pages.stafftasks(site, query, found.items(), pager));
                });
    }

    @GetMapping("/admin/tickets")
    ResponseEntity<byte[]> tickets(
            @RequestParam(defaultValue = "") String query,
            @RequestParam(required = false) @Nullable Integer page,
            Caller caller) {
        return staff(
                caller,
                () -> {
                    var part = Page.of(page, ITEMS);
                    var found = tickets.allSummaries(query, part);
                    var pager = pager("tickets", query, part, found.total());
                    return press.privately(
                            (pages, site) -> pages.stafftickets(site, query, found.items(), pager));
                });
    }

    /// Whoever does not act as staff yet is asked to say so; the registry knows who may.
    private ResponseEntity<byte[]> staff(Caller caller, Supplier<ResponseEntity<byte[]>> page) {
        if (!caller.interactive()) {
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(URI.create("/sign-in?redirect=/admin"))
                    .build();
        }
        return caller.isStaff() ? page.get() : press.privately((pages, site) -> pages.staff(site));
    }

    private static Pager pager(String list, String query, Page part, long total) {
        var sought = URLEncoder.encode(query, StandardCharsets.UTF_8);
        return new Pager(part, total, "/admin/" + list + "?query=" + sought + "&page=");
    }
}
