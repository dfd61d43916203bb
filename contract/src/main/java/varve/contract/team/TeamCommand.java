package varve.contract.team;

import varve.contract.Command;
import varve.contract.account.UserId;
import varve.contract.pkg.PackageRef;
import varve.contract.scope.ScopeName;

/// Wishes about a team.
public sealed interface TeamCommand extends Command {
    ScopeName scope();

    TeamName team();

    @Override
    default String stream() {
        return "team:" + scope().canonical() + ":" + team().text();
    }

    record FormTeam(ScopeName scope, TeamName team, String description) implements TeamCommand {}

    record DissolveTeam(ScopeName scope, TeamName team) implements TeamCommand {}

    record AddTeammate(ScopeName scope, TeamName team, UserId user) implements TeamCommand {}

    record RemoveTeammate(ScopeName scope, TeamName team, UserId user) implements TeamCommand {}

    /// @param pkg of the team's own scope
    /// @param write whether the team may publish it, not only read it
    record GrantPackage(ScopeName scope, TeamName team, PackageRef pkg, boolean write)
            implements TeamCommand {}

    record RevokePackage(ScopeName scope, TeamName team, PackageRef pkg) implements TeamCommand {}
}
