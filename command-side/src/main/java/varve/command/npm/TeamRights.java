package varve.command.npm;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.account.UserId;
import varve.contract.pkg.PackageRef;

/// What teams let people do who are not members of the scope.
@Component
class TeamRights {
    private static final String MAY_PUBLISH =
            """
            select exists (
                select from varve_read.team_package join varve_read.teammate using (scope, team)
                where team_package.package = ? and team_package.may_write
                    and teammate.user_id = ?)
            """;

    private final JdbcClient db;

    TeamRights(JdbcClient db) {
        this.db = db;
    }

    boolean mayPublish(UserId user, PackageRef pkg) {
        return db.sql(MAY_PUBLISH).params(pkg.text(), user.uuid()).query(Boolean.class).single();
    }
}
