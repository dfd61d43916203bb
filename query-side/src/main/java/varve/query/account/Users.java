package varve.query.account;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.account.UserId;

/// People, for all who show them.
@Component
public class Users {
    private static final String USER =
            "select "
                    + UserView.COLUMNS
                    + " from varve_read.account left join varve_vault.person using (id)"
                    + " where account.id = ?";

    private final JdbcClient db;

    Users(JdbcClient db) {
        this.db = db;
    }

    /// @throws Refused when nobody has this id
    public UserView one(UserId id) {
        return db.sql(USER)
                .param(id.uuid())
                .query((row, _) -> UserView.of(row))
                .optional()
                .orElseThrow(() -> new Refused(new Refusal.UserNotFound(id.text())));
    }
}
