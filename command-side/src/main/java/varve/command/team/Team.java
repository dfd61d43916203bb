package varve.command.team;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import varve.command.Rules;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.account.UserId;
import varve.contract.team.TeamCommand;
import varve.contract.team.TeamCommand.AddTeammate;
import varve.contract.team.TeamCommand.DissolveTeam;
import varve.contract.team.TeamCommand.FormTeam;
import varve.contract.team.TeamCommand.GrantPackage;
import varve.contract.team.TeamCommand.RemoveTeammate;
import varve.contract.team.TeamCommand.RevokePackage;
import varve.contract.team.TeamEvent;
import varve.contract.team.TeamEvent.PackageGranted;
import varve.contract.team.TeamEvent.PackageRevoked;
import varve.contract.team.TeamEvent.TeamDissolved;
import varve.contract.team.TeamEvent.TeamFormed;
import varve.contract.team.TeamEvent.TeammateAdded;
import varve.contract.team.TeamEvent.TeammateRemoved;
import varve.eventlog.Subject;

/// What must be remembered of a team: whether there is one, who is in it, and what it may do.
///
/// @param packages what may be published, and what only read, by name
public record Team(boolean formed, Set<UserId> people, Map<String, Boolean> packages) {
    private static final int SNAPSHOT_EVERY = 100;
    private static final Team NONE = new Team(false, Set.of(), Map.of());

    public static final Subject<Team, TeamCommand, TeamEvent> SUBJECT =
            Rules.of("team", Team.class, NONE, Team::decide, Team::on)
                    .withSnapshotEvery(SNAPSHOT_EVERY);

    public Team {
        people = Set.copyOf(people);
        packages = Map.copyOf(packages);
    }

    List<TeamEvent> decide(TeamCommand command) {
        if (!formed && !(command instanceof FormTeam)) {
            throw new Refused(new Refusal.TeamNotFound(name(command)));
        }
        return switch (command) {
            case FormTeam(var scope, var team, var text) -> {
                if (formed) {
                    throw new Refused(new Refusal.TeamAlreadyExists(name(command)));
                }
                yield List.of(new TeamFormed(scope, team, text));
            }
            case DissolveTeam(var scope, var team) -> List.of(new TeamDissolved(scope, team));
            case AddTeammate(var scope, var team, var user) ->
                    people.contains(user)
                            ? List.of()
                            : List.of(new TeammateAdded(scope, team, user));
            case RemoveTeammate(var scope, var team, var user) ->
                    people.contains(user)
                            ? List.of(new TeammateRemoved(scope, team, user))
                            : List.of();
            case GrantPackage(var scope, var team, var pkg, var write) ->
                    Boolean.valueOf(write).equals(packages.get(pkg.text()))
                            ? List.of()
                            : List.of(new PackageGranted(scope, team, pkg, write));
            case RevokePackage(var scope, var team, var pkg) ->
                    packages.containsKey(pkg.text())
                            ? List.of(new PackageRevoked(scope, team, pkg))
                            : List.of();
        };
    }

    Team on(TeamEvent event) {
        var others = new HashSet<>(people);
        var other = new HashMap<>(packages);
        switch (event) {
            case TeamFormed _ -> {
                return new Team(true, Set.of(), Map.of());
            }
            case TeamDissolved _ -> {
                return NONE;
            }
            case TeammateAdded(_, _, var user) -> others.add(user);
            case TeammateRemoved(_, _, var user) -> others.remove(user);
            case PackageGranted(_, _, var pkg, var write) -> other.put(pkg.text(), write);
            case PackageRevoked(_, _, var pkg) -> other.remove(pkg.text());
        }
        return new Team(true, others, other);
    }

    private static String name(TeamCommand command) {
        return command.scope().text() + ":" + command.team().text();
    }
}
