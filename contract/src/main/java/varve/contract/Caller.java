package varve.contract;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import varve.contract.account.UserId;
import varve.contract.token.Grant;

/// An actor together with how they came in: what the log remembers of every command.
///
/// @param credential id of the token used, never the token itself; absent for anonymous callers
/// @param grant what that credential may do at most
/// @param requestId correlates everything one request caused
/// @param client the program as it names itself, cut to 200 characters
/// @param interactive whether a person in a browser asks, not a program
public record Caller(
        Actor actor,
        @Nullable String credential,
        Grant grant,
        String requestId,
        String client,
        boolean interactive) {

    public Caller {
        client = client.length() > 200 ? client.substring(0, 200) : client;
    }

    /// Somebody who does not ask from a browser session.
    public Caller(
            Actor actor,
            @Nullable String credential,
            Grant grant,
            String requestId,
            String client) {
        this(actor, credential, grant, requestId, client, false);
    }

    /// The registry acting on its own account, caused by the request with this id.
    public static Caller registry(String part, String requestId) {
        return new Caller(
                new Actor.Registry(part), null, new Grant.Everything(), requestId, "varve");
    }

    /// Who has just shown to be this person, or signed up as them: from here on they act for
    /// themselves.
    public Caller as(UserId person) {
        return new Caller(new Actor.User(person), null, new Grant.Everything(), requestId, client);
    }

    /// The person behind this caller, if there is one.
    public Optional<UserId> user() {
        return switch (actor) {
            case Actor.User(var id) -> Optional.of(id);
            case Actor.Staff(var id) -> Optional.of(id);
            case Actor.Registry _, Actor.Workload _, Actor.Anonymous _ -> Optional.empty();
        };
    }

    /// The person behind this caller.
    ///
    /// @throws Refused with `MissingAuthentication` when there is none, with `NotUser` for a job
    public UserId person() {
        if (actor instanceof Actor.Workload) {
            throw new Refused(new Refusal.NotUser());
        }
        return user().orElseThrow(() -> new Refused(new Refusal.MissingAuthentication()));
    }

    /// The person behind this caller, whose credential may do all that they may.
    ///
    /// @throws Refused with `MissingAuthentication` or `MissingPermission`
    public UserId unrestricted() {
        var person = person();
        if (!(grant instanceof Grant.Everything)) {
            throw new Refused(new Refusal.MissingPermission());
        }
        return person;
    }

    public boolean isStaff() {
        return actor instanceof Actor.Staff;
    }
}
