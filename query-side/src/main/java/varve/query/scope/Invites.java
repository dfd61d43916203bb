package varve.query.scope;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.account.UserId;
import varve.contract.scope.ScopeName;
import varve.query.Rows;
import varve.query.account.UserView;
import varve.query.account.Users;

/// `varve_read.invite`, for all who answer from it.
@Component
class Invites {
    /// JSR's ScopeInvite.
    record InviteView(
            String scope,
            UserView targetUser,
            UserView requestingUser,
            String role,
            Instant updatedAt,
            Instant createdAt) {}

    private static final String ALL = "select * from varve_read.invite where ";

    private final JdbcClient db;
    private final Users users;

    Invites(JdbcClient db, Users users) {
        this.db = db;
        this.users = users;
    }

    List<InviteView> to(ScopeName scope) {
        return db.sql(ALL + "scope = ? order by created_at, user_id")
                .param(scope.text())
                .query((row, _) -> view(row))
                .list();
    }

    List<InviteView> of(UserId user) {
        return db.sql(ALL + "user_id = ? order by created_at, scope")
                .param(user.uuid())
                .query((row, _) -> view(row))
                .list();
    }

    private InviteView view(ResultSet row) throws SQLException {
        return new InviteView(
                row.getString("scope"),
                users.one(new UserId(row.getObject("user_id", UUID.class))),
                users.one(new UserId(row.getObject("invited_by", UUID.class))),
                row.getString("role"),
                Rows.moment(row, "updated_at"),
                Rows.moment(row, "created_at"));
    }
}
