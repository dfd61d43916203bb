package varve.query.account;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Caller;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.account.UserId;
import varve.query.scope.ScopeView;

/// Who somebody is, and who the caller is.
@RestController
class AccountEndpoint {
    private static final String USER =
            "select "
                    + UserView.COLUMNS
                    + " from varve_read.account left join varve_vault.person using (id)"
                    + " where account.id = ?";
    private static final String SCOPES =
            """
            select scope.* from varve_read.scope
            join varve_read.member on member.scope = scope.name
            where member.user_id = ? order by scope.name
            """;

    private final JdbcClient db;

    AccountEndpoint(JdbcClient db) {
        this.db = db;
    }

    @GetMapping("/api/user")
    FullUserView self(Caller caller) {
        var user = user(caller(caller));
        return FullUserView.of(user, caller.isStaff());
    }

    @GetMapping("/api/user/scopes")
    List<ScopeView> ownScopes(Caller caller) {
        return scopes(caller(caller));
    }

    @GetMapping("/api/users/{id}")
    UserView user(@PathVariable String id) {
        return user(UserId.of(id));
    }

    @GetMapping("/api/users/{id}/scopes")
    List<ScopeView> scopes(@PathVariable String id) {
        return scopes(UserId.of(id));
    }

    private UserView user(UserId id) {
        return db.sql(USER)
                .param(id.uuid())
                .query((row, _) -> UserView.of(row))
                .optional()
                .orElseThrow(() -> new Refused(new Refusal.UserNotFound(id.text())));
    }

    private List<ScopeView> scopes(UserId id) {
        return db.sql(SCOPES).param(id.uuid()).query((row, _) -> ScopeView.of(row)).list();
    }

    private static UserId caller(Caller caller) {
        return caller.user().orElseThrow(() -> new Refused(new Refusal.MissingAuthentication()));
    }
}
