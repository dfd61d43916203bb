package varve.command.team;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.Caller;
import varve.contract.scope.ScopeName;
import varve.contract.team.TeamCommand.DissolveTeam;
import varve.contract.team.TeamName;
import varve.eventlog.Commands;

/// The teams of a scope, which end with it.
@Component
public class Teams {
    private final JdbcClient db;
    private final Commands commands;

    Teams(JdbcClient db, Commands commands) {
        this.db = db;
        this.commands = commands;
    }

    public List<TeamName> of(ScopeName scope) {
        return db.sql("select team from varve_read.team where scope = ?")
                .param(scope.text())
                .query((row, _) -> TeamName.of(row.getString(1)))
                .list();
    }

    public void dissolve(ScopeName scope, List<TeamName> teams, Caller caller) {
        teams.forEach(team -> commands.send(new DissolveTeam(scope, team), caller));
    }
}
