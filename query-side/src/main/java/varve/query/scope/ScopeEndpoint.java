package varve.query.scope;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.scope.ScopeName;
import varve.query.Rows;
import varve.query.account.UserView;

/// What a scope is and who belongs to it.
@RestController
class ScopeEndpoint {
    private static final String MEMBERS =
            "select member.*, "
                    + UserView.COLUMNS
                    + " from varve_read.member"
                    + " join varve_read.account on account.id = member.user_id"
                    + " left join varve_vault.person on person.id = member.user_id"
                    + " where member.scope = ? order by member.created_at, member.user_id";

    /// JSR's ScopeMember.
    record MemberView(
            String scope, UserView user, boolean isAdmin, Instant updatedAt, Instant createdAt) {}

    private final JdbcClient db;

    ScopeEndpoint(JdbcClient db) {
        this.db = db;
    }

    @GetMapping("/api/scopes/{scope}")
    ScopeView scope(@PathVariable String scope) {
        var name = ScopeName.of(scope);
        return db.sql("select * from varve_read.scope where name = ?")
                .param(name.text())
                .query((row, _) -> ScopeView.of(row))
                .optional()
                .orElseThrow(() -> new Refused(new Refusal.ScopeNotFound(name.text())));
    }

    @GetMapping("/api/scopes/{scope}/members")
    List<MemberView> members(@PathVariable String scope) {
        var name = scope(scope).scope();
        return db.sql(MEMBERS)
                .param(name)
                .query((row, _) ->
                        new MemberView(
                                row.getString("scope"),
                                UserView.of(row),
                                row.getBoolean("is_admin"),
                                Rows.moment(row, "updated_at"),
                                Rows.moment(row, "created_at")))
                .list();
    }
}
