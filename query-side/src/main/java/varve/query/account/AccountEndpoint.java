package varve.query.account;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Caller;
import varve.contract.account.UserId;

/// Who somebody is, and who the caller is.
@RestController
class AccountEndpoint {
    private final People people;

    AccountEndpoint(People people) {
        this.people = people;
    }

    @GetMapping("/api/user")
    FullUserView self(Caller caller) {
        return people.self(caller.unrestricted());
    }

    @GetMapping("/api/users/{id}")
    UserView user(@PathVariable String id) {
        return people.one(UserId.of(id));
    }
}
