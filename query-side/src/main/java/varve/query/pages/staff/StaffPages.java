package varve.query.pages.staff;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Caller;
import varve.query.Page;
import varve.query.account.People;
import varve.query.audit.AuditLogs;
import varve.query.pages.Pager;
import varve.query.pages.Press;
import varve.query.pages.Site;
import varve.query.pages.templates.Templates;
import varve.query.pkg.Packages;
import varve.query.publishing.Tasks;
import varve.query.scope.FullScopes;
import varve.query.ticket.Tickets;

/// What staff see of everything, once they say that they act as staff.
@RestController
class StaffPages {
    private static final int ITEMS = 50;

    /// What is looked for on one of the pages.
    ///
    /// @param list as the address has it
    private record Asked(String list, String query, @Nullable Integer page, Caller caller) {}

    /// Puts what was found on a page.
    @FunctionalInterface
    private interface Sheet<T> {
        JteModel of(Templates pages, Site site, List<T> items, Pager pager);
    }

    private final People people;
    private final FullScopes scopes;
    private final Packages packages;
    private final Tasks tasks;
    private final Tickets tickets;
    private final AuditLogs logs;
    private final Press press;

    StaffPages(
            People people,
            FullScopes scopes,
            Packages packages,
            Tasks tasks,
            Tickets tickets,
            AuditLogs logs,
            Press press) {
        this.people = people;
        this.scopes = scopes;
        this.packages = packages;
        this.tasks = tasks;
        this.tickets = tickets;
        this.logs = logs;
        this.press = press;
    }

    @GetMapping({"/admin", "/admin/users"})
    ResponseEntity<byte[]> users(
            @RequestParam(defaultValue = "") String query,
            @RequestParam(required = false) @Nullable Integer page,
            Caller caller) {
        return list(
                new Asked("users", query, page, caller),
                part -> people.all(query, "", part),
                (pages, site, items, pager) -> pages.staffusers(site, query, items, pager));
    }

    @GetMapping("/admin/scopes")
    ResponseEntity<byte[]> scopes(
            @RequestParam(defaultValue = "") String query,
            @RequestParam(required = false) @Nullable Integer page,
            Caller caller) {
        return list(
                new Asked("scopes", query, page, caller),
                part -> scopes.all(query, "", part),
                (pages, site, items, pager) -> pages.staffscopes(site, query, items, pager));
    }

    @GetMapping("/admin/packages")
    ResponseEntity<byte[]> packages(
            @RequestParam(defaultValue = "") String query,
            @RequestParam(required = false) @Nullable Integer page,
            Caller caller) {
        return list(
                new Asked("packages", query, page, caller),
                part -> packages.all(query, "", part),
                (pages, site, items, pager) -> pages.staffpackages(site, query, items, pager));
    }

    @GetMapping("/admin/publishingTasks")
    ResponseEntity<byte[]> tasks(
            @RequestParam(defaultValue = "") String query,
            @RequestParam(required = false) @Nullable Integer page,
            Caller caller) {
        return list(
                new Asked("publishingTasks", query, page, caller),
                part -> tasks.all(query, "", part),
                (pages, site, items, pager) -> pages.stafftasks(site, query, items, pager));
    }

    @GetMapping("/admin/tickets")
    ResponseEntity<byte[]> tickets(
            @RequestParam(defaultValue = "") String query,
            @RequestParam(required = false) @Nullable Integer page,
            Caller caller) {
        return list(
                new Asked("tickets", query, page, caller),
                part -> tickets.allSummaries(query, part),
                (pages, site, items, pager) -> pages.stafftickets(site, query, items, pager));
    }

    @GetMapping("/admin/audit")
    ResponseEntity<byte[]> log(
            @RequestParam(defaultValue = "") String query,
            @RequestParam(required = false) @Nullable Integer page,
            Caller caller) {
        return list(
                new Asked("audit", query, page, caller),
                part -> logs.find(query, false, part),
                (pages, site, items, pager) -> pages.staffaudit(site, query, items, pager));
    }

    /// A part of a list. Whoever does not act as staff yet is asked to say so; the registry knows
    /// who may.
    private <T> ResponseEntity<byte[]> list(
            Asked asked, Function<Page, Page.Items<T>> find, Sheet<T> sheet) {
        return StaffOnly.page(
                press,
                asked.caller(),
                () -> {
                    var part = Page.of(asked.page(), ITEMS);
                    var found = find.apply(part);
                    var pager = StaffOnly.pager(asked.list(), asked.query(), part, found.total());
                    return press.privately(
                            (pages, site) -> sheet.of(pages, site, found.items(), pager));
                });
    }
}
