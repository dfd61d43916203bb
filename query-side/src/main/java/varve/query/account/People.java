package varve.query.account;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.account.UserId;

/// People as others see them, and as they see themselves.
@Component
public class People {
    private static final String FROM =
            " from varve_read.account left join varve_vault.person using (id)";

    private final JdbcClient db;

    People(JdbcClient db) {
        this.db = db;
    }

    /// @throws Refused when there is nobody with this id
    public UserView one(UserId id) {
        return db.sql("select " + UserView.COLUMNS + FROM + " where account.id = ?")
                .param(id.uuid())
                .query((row, _) -> UserView.of(row))
                .optional()
                .orElseThrow(() -> new Refused(new Refusal.UserNotFound(id.text())));
    }

    /// What only the person may see.
    ///
    /// @throws Refused when there is nobody with this id
    public FullUserView self(UserId id) {
        return db.sql(
                        "select "
                                + UserView.COLUMNS
                                + ", person.mail, person.login, account.staff, exists (select"
                                + " from varve_vault.authenticator where owner = account.id"
                                + " and confirmed_at is not null) as second_factor"
                                + FROM
                                + " where account.id = ?")
                .param(id.uuid())
                .query((row, _) -> FullUserView.of(row))
                .optional()
                .orElseThrow(() -> new Refused(new Refusal.UserNotFound(id.text())));
    }
}
