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

    record DescribeScope(ScopeName scope, String description) implements ScopeCommand {}

    record AddMember(ScopeName scope, UserId user, Role role) implements ScopeCommand {}
}
