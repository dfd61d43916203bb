package varve.contract.scope;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import varve.contract.Command;
import varve.contract.account.UserId;

/// Wishes about a scope.
public sealed interface ScopeCommand extends Command {
    ScopeName scope();

    @Override
    default String stream() {
        return scope().stream();
    }

    /// @param creator becomes the first admin, and the owner
    record CreateScope(ScopeName scope, UserId creator, String description)
            implements ScopeCommand {}

    /// The first publish of an npm client gives a free name to whoever sends it.
    ///
    /// @param claimant becomes the first admin
    record ClaimScope(ScopeName scope, UserId claimant) implements ScopeCommand {}

    record DescribeScope(ScopeName scope, String description) implements ScopeCommand {}

    /// Whether only CI may publish, and no person.
    record RequireCi(ScopeName scope, boolean required) implements ScopeCommand {}

    /// Whether CI may publish only when whoever set it off is a member.
    record VerifyCiActor(ScopeName scope, boolean verified) implements ScopeCommand {}

    record SetScopeVisibility(ScopeName scope, Visibility visibility) implements ScopeCommand {}

    record SetScopeQuota(ScopeName scope, ScopeQuota quota) implements ScopeCommand {}

    /// Notes for staff that the name is nearly that of another scope.
    record FlagScope(ScopeName scope, ScopeName other) implements ScopeCommand {}

    /// Makes somebody a member without asking them.
    record AddMember(ScopeName scope, UserId user, Role role) implements ScopeCommand {}

    /// @param by who invites
    /// @param role that accepting brings
    record InviteMember(ScopeName scope, UserId user, UserId by, Role role)
            implements ScopeCommand {}

    record AcceptInvite(ScopeName scope, UserId user) implements ScopeCommand {}

    record DeclineInvite(ScopeName scope, UserId user) implements ScopeCommand {}

    record WithdrawInvite(ScopeName scope, UserId user) implements ScopeCommand {}

    record ChangeRole(ScopeName scope, UserId user, Role role) implements ScopeCommand {}

    /// @param heir an admin who owns the scope from then on, when its owner leaves
    record RemoveMember(ScopeName scope, UserId user, @Nullable UserId heir)
            implements ScopeCommand {}

    /// Makes room for a package, before it comes into being.
    ///
    /// @param at when, so that new packages can be counted by the week
    /// @param standard what holds unless staff has set something for this scope
    /// @param granted by staff, whatever the limits
    record AdmitPackage(
            ScopeName scope, String pkg, Instant at, ScopeQuota standard, boolean granted)
            implements ScopeCommand {}

    /// Gives the room back, since there is no such package (any more).
    record DismissPackage(ScopeName scope, String pkg) implements ScopeCommand {}

    record DeleteScope(ScopeName scope) implements ScopeCommand {}
}
