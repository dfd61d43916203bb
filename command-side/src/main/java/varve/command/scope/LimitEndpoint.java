package varve.command.scope;

import static varve.contract.Refused.unlessGiven;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import varve.command.Access;
import varve.contract.Caller;
import varve.contract.Written;
import varve.contract.account.UserId;
import varve.contract.scope.HoldingsCommand.LimitScopes;
import varve.eventlog.Commands;

/// How many scopes somebody may own, as staff set it.
@RestController
class LimitEndpoint {
    private final Commands commands;
    private final Access access;
    private final People people;

    LimitEndpoint(Commands commands, Access access, People people) {
        this.commands = commands;
        this.access = access;
        this.people = people;
    }

    record Limit(@Nullable Integer scopeLimit) {}

    @PatchMapping("/api/admin/users/{user}/scopes")
    Written limit(@PathVariable String user, @RequestBody Limit wish, Caller caller) {
        access.staff(caller);
        var person = people.known(UserId.of(user));
        int limit = unlessGiven(wish.scopeLimit(), "scopeLimit");
        long position = commands.send(new LimitScopes(person, limit), caller).position();
        return new Written(position, "/api/users/" + person.text());
    }
}
