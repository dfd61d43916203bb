package varve.contract.scope;

import java.time.Instant;
import varve.contract.Event;
import varve.contract.account.UserId;

/// What happened to the scopes that a person owns.
public sealed interface HoldingsEvent extends Event {
    UserId owner();

    @Override
    default String stream() {
        return "holdings:" + owner().text();
    }

    record ScopeTaken(UserId owner, ScopeName scope, Instant at) implements HoldingsEvent {}

    record ScopeGivenUp(UserId owner, ScopeName scope) implements HoldingsEvent {}

    record ScopesLimited(UserId owner, int limit) implements HoldingsEvent {}
}
