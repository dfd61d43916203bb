package varve.query;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.Caller;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.account.UserId;
import varve.contract.scope.Role;
import varve.contract.scope.ScopeName;
import varve.contract.token.Grant;

/// Who may ask what. Staff acting as staff may ask everything.
@Component
public class Rights {
    private static final String ROLE =
            "select role from varve_read.member where (scope, user_id) = (?, ?)";
    private static final String STANDING =
            """
            select name, (select role from varve_read.member
                where member.scope = scope.name and user_id = ?) as role
            from varve_read.scope where name = ?
            """;
    private static final String EXISTS =
            "select exists (select 1 from varve_read.scope where name = ?)";

    private final JdbcClient db;

    Rights(JdbcClient db) {
        this.db = db;
    }

    /// A person whose credential may do all that its owner may.
    public UserId person(Caller caller) {
        var person = caller.person();
        if (!(caller.grant() instanceof Grant.Everything)) {
            throw new Refused(new Refusal.MissingPermission());
        }
        return person;
    }

    public void staff(Caller caller) {
        person(caller);
        if (!caller.isStaff()) {
            throw new Refused(new Refusal.NotStaff());
        }
    }

    /// Whether the caller may do in the scope what takes this role.
    public boolean has(Caller caller, ScopeName scope, Role least) {
        if (!(caller.grant() instanceof Grant.Everything)) {
            return false;
        }
        return caller.isStaff()
                || caller.user()
                        .flatMap(user -> role(scope, user))
                        .filter(role -> role.suffices(least))
                        .isPresent();
    }

    /// @throws Refused when there is no such scope, or the caller may not do there what takes this
    ///   role
    public void require(Caller caller, ScopeName scope, Role least) {
        var person = person(caller);
        var standings =
                db.sql(STANDING)
                        .params(person.uuid(), scope.text())
                        .query((row, _) -> Optional.ofNullable(row.getString("role")))
                        .list();
        if (standings.isEmpty()) {
            throw new Refused(new Refusal.ScopeNotFound(scope.text()));
        }
        if (caller.isStaff()) {
            return;
        }
        var role = standings.getFirst().map(Role::named);
        if (role.filter(own -> own.suffices(least)).isPresent()) {
            return;
        }
        throw new Refused(refusal(scope, role, least));
    }

    public boolean exists(ScopeName scope) {
        return db.sql(EXISTS).param(scope.text()).query(Boolean.class).single();
    }

    private static Refusal refusal(ScopeName scope, Optional<Role> own, Role least) {
        if (least == Role.AUDITOR && own.isPresent()) {
            return new Refusal.NotScopeReader(scope.text());
        }
        return least == Role.ADMIN && own.filter(Role.MEMBER::equals).isPresent()
                ? new Refusal.NotScopeAdmin(scope.text())
                : new Refusal.NotScopeMember(scope.text());
    }

    private Optional<Role> role(ScopeName scope, UserId user) {
        return db.sql(ROLE)
                .params(scope.text(), user.uuid())
                .query((row, _) -> Role.named(row.getString(1)))
                .optional();
    }
}
