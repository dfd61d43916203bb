package varve.query.scope;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.account.UserId;
import varve.contract.scope.ScopeName;
import varve.query.Rows;
import varve.query.account.UserView;

/// `varve_read.scope` and `varve_read.member`, for all who answer from them.
@Component
public class Scopes {
    private static final String MEMBERSHIPS =
            "select member.*, "
                    + UserView.COLUMNS
                    + " from varve_read.member"
                    + " join varve_read.account on account.id = member.user_id"
                    + " left join varve_vault.person on person.id = member.user_id"
                    + " where member.scope = ?";
    private static final String MEMBERS =
            MEMBERSHIPS + " order by member.created_at, member.user_id";
    private static final String MEMBER = MEMBERSHIPS + " and member.user_id = ?";

    private static final String OF_PERSON =
            """
            select scope.* from varve_read.scope
            join varve_read.member on member.scope = scope.name
            where member.user_id = ? and (not scope.private or ?) order by scope.name
            """;

    /// JSR's ScopeMember.
    public record MemberView(
            String scope,
            UserView user,
            boolean isAdmin,
            String role,
            Instant updatedAt,
            Instant createdAt) {

        static MemberView of(ResultSet row) throws SQLException {
            return new MemberView(
                    row.getString("scope"),
                    UserView.of(row),
                    row.getBoolean("is_admin"),
                    row.getString("role"),
                    Rows.moment(row, "updated_at"),
                    Rows.moment(row, "created_at"));
        }
    }

    private final JdbcClient db;

    Scopes(JdbcClient db) {
        this.db = db;
    }

    public Optional<ScopeView> one(ScopeName name) {
        return db.sql("select * from varve_read.scope where name = ?")
                .param(name.text())
                .query((row, _) -> ScopeView.of(row))
                .optional();
    }

    /// Those a person is a member of.
    ///
    /// @param hidden whether private ones are shown too
    public List<ScopeView> of(UserId person, boolean hidden) {
        return db.sql(OF_PERSON)
                .params(person.uuid(), hidden)
                .query((row, _) -> ScopeView.of(row))
                .list();
    }

    /// Those who have been members longest first.
    public List<MemberView> members(ScopeName name) {
        return db.sql(MEMBERS).param(name.text()).query((row, _) -> MemberView.of(row)).list();
    }

    /// @return empty when they are no member
    public Optional<MemberView> member(ScopeName name, UserId user) {
        return db.sql(MEMBER)
                .params(name.text(), user.uuid())
                .query((row, _) -> MemberView.of(row))
                .optional();
    }
}
