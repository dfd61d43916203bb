package varve.contract.team;

import varve.contract.Event;
import varve.contract.account.UserId;
import varve.contract.pkg.PackageRef;
import varve.contract.scope.ScopeName;

/// What happened to a team.
public sealed interface TeamEvent extends Event {
    ScopeName scope();

    TeamName team();

    @Override
    default String stream() {
        return "team:" + scope().canonical() + ":" + team().text();
    }

    record TeamFormed(ScopeName scope, TeamName team, String description) implements TeamEvent {}

    record TeamDissolved(ScopeName scope, TeamName team) implements TeamEvent {}

    record TeammateAdded(ScopeName scope, TeamName team, UserId user) implements TeamEvent {}

    record TeammateRemoved(ScopeName scope, TeamName team, UserId user) implements TeamEvent {}

    /// @param write whether the team may publish it, not only read it
    record PackageGranted(ScopeName scope, TeamName team, PackageRef pkg, boolean write)
            implements TeamEvent {}

    record PackageRevoked(ScopeName scope, TeamName team, PackageRef pkg) implements TeamEvent {}
}
