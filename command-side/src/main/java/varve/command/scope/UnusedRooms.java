package varve.command.scope;

import varve.contract.Caller;
import varve.contract.scope.ScopeName;

/// Room for packages that led to nothing, since the node died in between.
@FunctionalInterface
public interface UnusedRooms {
    /// Gives it back.
    ///
    /// @return whether there was any
    boolean giveBack(ScopeName scope, Caller caller);
}
