package varve.projections.scope;

import java.sql.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.account.UserId;
import varve.contract.scope.Role;
import varve.contract.scope.ScopeEvent;
import varve.contract.scope.ScopeEvent.InviteDeclined;
import varve.contract.scope.ScopeEvent.InviteWithdrawn;
import varve.contract.scope.ScopeEvent.MemberInvited;
import varve.contract.scope.ScopeEvent.MemberJoined;
import varve.contract.scope.ScopeEvent.MemberLeft;
import varve.contract.scope.ScopeEvent.RoleChanged;
import varve.contract.scope.ScopeName;

/// `varve_read.member` and `varve_read.invite`.
@Component
class MemberTables {
    private static final String JOIN =
            """
            insert into varve_read.member (scope, user_id, is_admin, role, created_at, updated_at)
            values (?, ?, ?, ?, ?, ?)
            on conflict (scope, user_id) do update
            set is_admin = excluded.is_admin, role = excluded.role,
                updated_at = excluded.updated_at
            """;
    private static final String CHANGE =
            """
            update varve_read.member set is_admin = ?, role = ?, updated_at = ?
            where (scope, user_id) = (?, ?)
            """;
    private static final String LEAVE =
            "delete from varve_read.member where (scope, user_id) = (?, ?)";
    private static final String INVITE =
            """
            insert into varve_read.invite
                (scope, user_id, invited_by, role, created_at, updated_at)
            values (?, ?, ?, ?, ?, ?)
            """;
    private static final String DISINVITE =
            "delete from varve_read.invite where (scope, user_id) = (?, ?)";

    private final JdbcClient db;

    MemberTables(JdbcClient db) {
        this.db = db;
    }

    void on(ScopeEvent event, Timestamp at) {
        switch (event) {
            case MemberJoined(var scope, var user, var role) -> {
                disinvite(scope, user);
                db.sql(JOIN)
                        .params(scope.text(), user.uuid(), role == Role.ADMIN, role.text(), at, at)
                        .update();
            }
            case RoleChanged(var scope, var user, var role) ->
                    db.sql(CHANGE)
                            .params(role == Role.ADMIN, role.text(), at, scope.text(), user.uuid())
                            .update();
            case MemberLeft(var scope, var user) ->
                    db.sql(LEAVE).params(scope.text(), user.uuid()).update();
            case MemberInvited(var scope, var user, var by, var role) ->
                    db.sql(INVITE)
                            .params(scope.text(), user.uuid(), by.uuid(), role.text(), at, at)
                            .update();
            case InviteDeclined(var scope, var user) -> disinvite(scope, user);
            case InviteWithdrawn(var scope, var user) -> disinvite(scope, user);
            default -> throw new IllegalStateException(event + " is not about members");
        }
    }

    /// The scope is no more.
    void clear(ScopeName scope) {
        db.sql("delete from varve_read.member where scope = ?").param(scope.text()).update();
        db.sql("delete from varve_read.invite where scope = ?").param(scope.text()).update();
    }

    private void disinvite(ScopeName scope, UserId user) {
        db.sql(DISINVITE).params(scope.text(), user.uuid()).update();
    }
}
