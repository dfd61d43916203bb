package varve.query.account;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Caller;
import varve.contract.account.UserId;
import varve.query.Page;
import varve.query.Rights;

/// People as staff see them.
@RestController
class PeopleAdminEndpoint {
    private final People people;
    private final Rights rights;

    PeopleAdminEndpoint(People people, Rights rights) {
        this.people = people;
        this.rights = rights;
    }

    @GetMapping("/api/admin/users")
    Page.Items<FullUserView> all(
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "") String sortBy,
            @RequestParam(required = false) @Nullable Integer page,
            @RequestParam(required = false) @Nullable Integer limit,
            Caller caller) {
        rights.staff(caller);
        return people.all(query, sortBy, Page.of(page, limit));
    }

    @GetMapping("/api/admin/users/{id}")
    FullUserView one(@PathVariable String id, Caller caller) {
        rights.staff(caller);
        return people.self(UserId.of(id));
    }
}
