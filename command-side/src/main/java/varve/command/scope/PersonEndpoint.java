package varve.command.scope;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import varve.command.Access;
import varve.contract.Caller;
import varve.contract.Command;
import varve.contract.Credentials;
import varve.contract.ReadBack;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.Written;
import varve.contract.account.UserCommand.AppointStaff;
import varve.contract.account.UserCommand.BlockUser;
import varve.contract.account.UserCommand.DismissStaff;
import varve.contract.account.UserCommand.UnblockUser;
import varve.contract.account.UserId;
import varve.contract.scope.HoldingsCommand.LimitScopes;
import varve.eventlog.Commands;

/// What staff decide about a person: staff or not, blocked or not, how many scopes. Nobody decides
/// about themselves, so that somebody is always left to undo it.
@RestController
class PersonEndpoint {
    private final Commands commands;
    private final Access access;
    private final People people;
    private final ReadBack readBack;
    private final Credentials credentials;

    PersonEndpoint(
            Commands commands,
            Access access,
            People people,
            ReadBack readBack,
            Credentials credentials) {
        this.commands = commands;
        this.access = access;
        this.people = people;
        this.readBack = readBack;
        this.credentials = credentials;
    }

    /// @param isBlocked whether nothing that they show is taken any more
    record Changes(
            @Nullable Boolean isStaff, @Nullable Boolean isBlocked, @Nullable Integer scopeLimit) {}

    @PatchMapping("/api/admin/users/{id}")
    Written change(@PathVariable String id, @RequestBody Changes wish, Caller caller) {
        access.staff(caller);
        var user = people.known(UserId.of(id));
        var wishes = wishes(user, wish);
        if (wishes.isEmpty()) {
            throw new Refused(
                    new Refusal.Malformed("give isStaff, isBlocked, scopeLimit or several"));
        }
        if (caller.person().equals(user) && (wish.isStaff() != null || wish.isBlocked() != null)) {
            throw new Refused(new Refusal.Malformed("nobody decides this about themselves"));
        }
        long position = 0;
        for (var each : wishes) {
            position = Math.max(position, commands.send(each, caller).position());
        }
        readBack.await(position, ReadBack.PATIENCE);
        credentials.forget();
        return new Written(position, "/api/admin/users/" + user.text());
    }

    private static List<Command> wishes(UserId user, Changes wish) {
        var staff = wish.isStaff();
        var blocked = wish.isBlocked();
        var limit = wish.scopeLimit();
        return Stream.<@Nullable Command>of(
                        staff == null
                                ? null
                                : staff ? new AppointStaff(user) : new DismissStaff(user),
                        blocked == null
                                ? null
                                : blocked ? new BlockUser(user) : new UnblockUser(user),
                        limit == null ? null : new LimitScopes(user, limit))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }
}
