package varve.query.account;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Caller;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.account.UserId;

/// Who somebody is, and who the caller is.
@RestController
class AccountEndpoint {
    private static final String USER =
            "select "
                    + UserView.COLUMNS
                    + " from varve_read.account left join varve_vault.person using (id)"
                    + " where account.id = ?";

    private final JdbcClient db;

    AccountEndpoint(JdbcClient db) {
        this.db = db;
    }

    @GetMapping("/api/user")
    FullUserView self(Caller caller) {
        var user = user(caller.person());
        return FullUserView.of(user, caller.isStaff());
    }

    @GetMapping("/api/users/{id}")
    UserView user(@PathVariable String id) {
        return user(UserId.of(id));
    }

    private UserView user(UserId id) {
        return db.sql(USER)
                .param(id.uuid())
                .query((row, _) -> UserView.of(row))
                .optional()
                .orElseThrow(() -> new Refused(new Refusal.UserNotFound(id.text())));
    }
}
