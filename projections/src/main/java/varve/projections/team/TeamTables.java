package varve.projections.team;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.scope.ScopeName;
import varve.contract.team.TeamEvent;
import varve.contract.team.TeamEvent.PackageGranted;
import varve.contract.team.TeamEvent.PackageRevoked;
import varve.contract.team.TeamEvent.TeamDissolved;
import varve.contract.team.TeamEvent.TeamFormed;
import varve.contract.team.TeamEvent.TeammateAdded;
import varve.contract.team.TeamEvent.TeammateRemoved;

/// `varve_read.team`, `varve_read.teammate` and `varve_read.team_package`.
@Component
public class TeamTables {
    private static final String ONE = " where (scope, team) = (?, ?)";
    private static final String GRANT =
            """
            insert into varve_read.team_package (scope, team, package, may_write)
            values (?, ?, ?, ?)
            on conflict (scope, team, package) do update set may_write = excluded.may_write
            """;

    private final JdbcClient db;

    TeamTables(JdbcClient db) {
        this.db = db;
    }

    public void on(TeamEvent event) {
        switch (event) {
            case TeamFormed(_, _, var text) ->
                    change(
                            "insert into varve_read.team (scope, team, description) values (?, ?, ?)",
                            event,
                            text);
            case TeamDissolved _ -> {
                change("delete from varve_read.teammate" + ONE, event);
                change("delete from varve_read.team_package" + ONE, event);
                change("delete from varve_read.team" + ONE, event);
            }
            case TeammateAdded(_, _, var user) ->
                    change(
                            "insert into varve_read.teammate (scope, team, user_id) values (?, ?, ?)",
                            event,
                            user.uuid());
            case TeammateRemoved(_, _, var user) ->
                    change(
                            "delete from varve_read.teammate" + ONE + " and user_id = ?",
                            event,
                            user.uuid());
            case PackageGranted(_, _, var pkg, var write) ->
                    change(GRANT, event, pkg.text(), write);
            case PackageRevoked(_, _, var pkg) ->
                    change(
                            "delete from varve_read.team_package" + ONE + " and package = ?",
                            event,
                            pkg.text());
        }
    }

    /// Whoever founds the scope anew finds none of them.
    public void clear(ScopeName scope) {
        for (var table : List.of("teammate", "team_package", "team")) {
            db.sql("delete from varve_read." + table + " where scope = ?")
                    .param(scope.text())
                    .update();
        }
    }

    private void change(String sql, TeamEvent event, Object... more) {
        db.sql(sql).param(event.scope().text()).param(event.team().text()).params(more).update();
    }
}
