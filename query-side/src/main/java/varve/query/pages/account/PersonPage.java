package varve.query.pages.account;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.account.UserId;
import varve.query.Round;
import varve.query.account.People;
import varve.query.pages.Press;
import varve.query.scope.Scopes;

/// Somebody, as everybody may see them.
@RestController
class PersonPage {
    private final People people;
    private final Scopes scopes;
    private final Press press;

    PersonPage(People people, Scopes scopes, Press press) {
        this.people = people;
        this.scopes = scopes;
        this.press = press;
    }

    @GetMapping("/user/{id}")
    ResponseEntity<byte[]> person(@PathVariable String id) {
        var user = UserId.of(id);
        return Round.of(
                () -> people.one(user),
                () -> scopes.of(user, false),
                (person, of) -> press.page((pages, site) -> pages.person(site, person, of)));
    }
}
