package varve.command.npm;

import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import varve.command.Access;
import varve.contract.Caller;
import varve.contract.ReadBack;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.Written;
import varve.contract.pkg.PackageRef;
import varve.contract.scope.ScopeName;
import varve.contract.team.TeamCommand;
import varve.contract.team.TeamCommand.AddTeammate;
import varve.contract.team.TeamCommand.DissolveTeam;
import varve.contract.team.TeamCommand.FormTeam;
import varve.contract.team.TeamCommand.GrantPackage;
import varve.contract.team.TeamCommand.RemoveTeammate;
import varve.contract.team.TeamCommand.RevokePackage;
import varve.contract.team.TeamName;
import varve.eventlog.Commands;

/// `npm team` and `npm access grant`, for the admins of a scope.
@RestController
class TeamEndpoint {
    private static final String TEAM = "/~npm/-/team/{scope}/{team}";

    private final Commands commands;
    private final Access access;
    private final Names names;
    private final ReadBack readBack;

    record Formed(String name) {}

    /// What npm wants to read back when somebody joins.
    record Joined(String name, String user) {}

    TeamEndpoint(Commands commands, Access access, Names names, ReadBack readBack) {
        this.commands = commands;
        this.access = access;
        this.names = names;
        this.readBack = readBack;
    }

    @PutMapping("/~npm/-/org/{scope}/team")
    ResponseEntity<Formed> form(@PathVariable String scope, @RequestBody Said said, Caller caller) {
        var team = TeamName.of(Said.needed(said.name(), "name"));
        var text = said.description() == null ? "" : said.description();
        sendAndWait(new FormTeam(scope(scope), team, text), caller);
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(new Formed(Said.bare(scope) + ":" + team.text()));
    }

    @DeleteMapping(TEAM)
    Written dissolve(@PathVariable String scope, @PathVariable String team, Caller caller) {
        return send(new DissolveTeam(scope(scope), TeamName.of(team)), caller);
    }

    @PutMapping(TEAM + "/user")
    ResponseEntity<Joined> add(
            @PathVariable String scope,
            @PathVariable String team,
            @RequestBody Said said,
            Caller caller) {
        var person = Said.needed(said.user(), "user");
        sendAndWait(new AddTeammate(scope(scope), TeamName.of(team), names.of(person)), caller);
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(new Joined(Said.bare(scope) + ":" + team, person));
    }

    @DeleteMapping(TEAM + "/user")
    Written remove(
            @PathVariable String scope,
            @PathVariable String team,
            @RequestBody Said said,
            Caller caller) {
        var user = names.of(Said.needed(said.user(), "user"));
        return send(new RemoveTeammate(scope(scope), TeamName.of(team), user), caller);
    }

    @PutMapping(TEAM + "/package")
    Written grant(
            @PathVariable String scope,
            @PathVariable String team,
            @RequestBody Said said,
            Caller caller) {
        var permissions = Said.needed(said.permissions(), "permissions");
        if (!Set.of("read-only", "read-write").contains(permissions)) {
            throw new Refused(
                    new Refusal.Malformed("'permissions' is either read-only or read-write"));
        }
        boolean write = permissions.equals("read-write");
        return send(
                new GrantPackage(scope(scope), TeamName.of(team), of(scope, said, caller), write),
                caller);
    }

    @DeleteMapping(TEAM + "/package")
    Written revoke(
            @PathVariable String scope,
            @PathVariable String team,
            @RequestBody Said said,
            Caller caller) {
        return send(
                new RevokePackage(scope(scope), TeamName.of(team), of(scope, said, caller)),
                caller);
    }

    /// A team has to do with packages of its own scope only.
    private PackageRef of(String scope, Said said, Caller caller) {
        var pkg = PackageRef.of(Said.needed(said.pkg(), "package"));
        access.exists(pkg, caller);
        if (!pkg.scope().equals(scope(scope))) {
            throw new Refused(
                    new Refusal.Malformed(
                            pkg.text() + " is not a package of @" + Said.bare(scope)));
        }
        return pkg;
    }

    private Written send(TeamCommand command, Caller caller) {
        access.admin(caller, command.scope());
        return Written.silently(commands.send(command, caller).position());
    }

    /// For answers with words of their own.
    private void sendAndWait(TeamCommand command, Caller caller) {
        readBack.await(send(command, caller).position(), ReadBack.PATIENCE);
    }

    private static ScopeName scope(String text) {
        return ScopeName.of(Said.bare(text));
    }
}
