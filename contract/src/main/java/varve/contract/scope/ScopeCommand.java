package varve.contract.scope;

import varve.contract.Command;
import varve.contract.account.UserId;

/// Wishes about a scope.
public sealed interface ScopeCommand extends Command {
    ScopeName scope();

    @Override
    default String stream() {
        return scope().stream();
    }

    /// @param creator becomes the first admin
    record CreateScope(ScopeName scope, UserId creator, String description)
            implements ScopeCommand {}

    /// The first publish of an npm client gives a free name to whoever sends it.
    ///
    /// @param claimant becomes the first admin
    record ClaimScope(ScopeName scope, UserId claimant) implements ScopeCommand {}

    record DescribeScope(ScopeName scope, String description) implements ScopeCommand {}

    record AddMember(ScopeName scope, UserId user, Role role) implements ScopeCommand {}
}
