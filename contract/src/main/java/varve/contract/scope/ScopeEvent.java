package varve.contract.scope;

import varve.contract.Event;
import varve.contract.account.UserId;

/// What happened to a scope.
public sealed interface ScopeEvent extends Event {
    ScopeName scope();

    @Override
    default String stream() {
        return scope().stream();
    }

    record ScopeCreated(ScopeName scope, UserId creator) implements ScopeEvent {}

    record ScopeDescribed(ScopeName scope, String description) implements ScopeEvent {}

    record MemberJoined(ScopeName scope, UserId user, Role role) implements ScopeEvent {}
}
