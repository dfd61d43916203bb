package varve.contract.scope;

import java.time.Instant;
import varve.contract.Event;
import varve.contract.account.UserId;

/// What happened to a scope.
public sealed interface ScopeEvent extends Event {
    ScopeName scope();

    @Override
    default String stream() {
        return scope().stream();
    }

    /// @param creator owns it from then on
    record ScopeCreated(ScopeName scope, UserId creator) implements ScopeEvent {}

    record ScopeDescribed(ScopeName scope, String description) implements ScopeEvent {}

    record CiRequired(ScopeName scope, boolean required) implements ScopeEvent {}

    record CiActorVerified(ScopeName scope, boolean verified) implements ScopeEvent {}

    record ScopeVisibilitySet(ScopeName scope, Visibility visibility) implements ScopeEvent {}

    record ScopeQuotaSet(ScopeName scope, ScopeQuota quota) implements ScopeEvent {}

    /// Ends an invitation, if there was one.
    record MemberJoined(ScopeName scope, UserId user, Role role) implements ScopeEvent {}

    record MemberInvited(ScopeName scope, UserId user, UserId by, Role role)
            implements ScopeEvent {}

    record InviteDeclined(ScopeName scope, UserId user) implements ScopeEvent {}

    record InviteWithdrawn(ScopeName scope, UserId user) implements ScopeEvent {}

    record RoleChanged(ScopeName scope, UserId user, Role role) implements ScopeEvent {}

    record MemberLeft(ScopeName scope, UserId user) implements ScopeEvent {}

    record OwnershipPassed(ScopeName scope, UserId owner) implements ScopeEvent {}

    record PackageAdmitted(ScopeName scope, String pkg, Instant at) implements ScopeEvent {}

    record PackageDismissed(ScopeName scope, String pkg) implements ScopeEvent {}

    /// Its name is nearly that of another scope, which staff may want to look at.
    record ScopeFlagged(ScopeName scope, ScopeName other) implements ScopeEvent {}

    record ScopeDeleted(ScopeName scope) implements ScopeEvent {}
}
