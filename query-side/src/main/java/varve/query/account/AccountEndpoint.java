package varve.query.account;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Caller;
import varve.contract.account.UserId;

/// Who somebody is, and who the caller is.
@RestController
class AccountEndpoint {
    private final People people;
    private final Inbox inbox;
    private final Passkeys passkeys;

    AccountEndpoint(People people, Inbox inbox, Passkeys passkeys) {
        this.passkeys = passkeys;
        this.people = people;
        this.inbox = inbox;
    }

    @GetMapping("/api/user")
    FullUserView self(Caller caller) {
        return people.self(caller.unrestricted());
    }

    /// What was not mailed, or cannot be.
    @GetMapping("/api/user/messages")
    List<Inbox.MessageView> messages(Caller caller) {
        return inbox.of(caller.unrestricted());
    }

    @GetMapping("/api/user/passkeys")
    List<Passkeys.PasskeyView> passkeys(Caller caller) {
        return passkeys.of(caller.unrestricted());
    }

    @GetMapping("/api/users/{id}")
    UserView user(@PathVariable String id) {
        return people.one(UserId.of(id));
    }
}
