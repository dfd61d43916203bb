package varve.contract.scope;

import java.time.Instant;
import varve.contract.Command;
import varve.contract.account.UserId;

/// Wishes about the scopes that a person owns.
public sealed interface HoldingsCommand extends Command {
    UserId owner();

    @Override
    default String stream() {
        return "holdings:" + owner().text();
    }

    /// Makes room for a scope, before it comes into being.
    ///
    /// @param standard limit that holds unless staff has set one for this person
    /// @param granted by staff, whatever the limit
    record TakeScope(UserId owner, ScopeName scope, Instant at, int standard, boolean granted)
            implements HoldingsCommand {}

    /// Gives the room back, since the person does not own such a scope (any more).
    record GiveUpScope(UserId owner, ScopeName scope) implements HoldingsCommand {}

    record LimitScopes(UserId owner, int limit) implements HoldingsCommand {}
}
