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

/// `varve_read.invite`, for all who answer from it.
@Component
public class Invites {
    /// JSR's ScopeInvite.
    public record InviteView(
            String scope,
            UserView targetUser,
            UserView requestingUser,
            String role,
            Instant updatedAt,
            Instant createdAt) {}

    private static final String ALL =
            """
            select invite.*, person.name as user_name, account.created_at as user_created_at,
                account.updated_at as user_updated_at, other.name as inviter_name,
                inviter.created_at as inviter_created_at, inviter.updated_at as inviter_updated_at
            from varve_read.invite
            join varve_read.account on account.id = invite.user_id
            join varve_read.account as inviter on inviter.id = invite.invited_by
            left join varve_vault.person on person.id = account.id
            left join varve_vault.person as other on other.id = inviter.id
            """;

    private final JdbcClient db;

    Invites(JdbcClient db) {
        this.db = db;
    }

    public List<InviteView> to(ScopeName scope) {
        return db.sql(ALL + "where invite.scope = ? order by invite.created_at, invite.user_id")
                .param(scope.text())
                .query((row, _) -> view(row))
                .list();
    }

    public List<InviteView> of(UserId user) {
        return db.sql(ALL + "where invite.user_id = ? order by invite.created_at, invite.scope")
                .param(user.uuid())
                .query((row, _) -> view(row))
                .list();
    }

    private static InviteView view(ResultSet row) throws SQLException {
        return new InviteView(
                row.getString("scope"),
                person(row, "user_id", "user"),
                person(row, "invited_by", "inviter"),
                row.getString("role"),
                Rows.moment(row, "updated_at"),
                Rows.moment(row, "created_at"));
    }

    private static UserView person(ResultSet row, String id, String who) throws SQLException {
        var name = row.getString(who + "_name");
        return new UserView(
                row.getObject(id, UUID.class).toString(),
                name == null ? "erased" : name,
                null,
                null,
                "",
                Rows.moment(row, who + "_updated_at"),
                Rows.moment(row, who + "_created_at"));
    }
}
