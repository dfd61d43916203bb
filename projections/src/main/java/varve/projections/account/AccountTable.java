package varve.projections.account;

import java.sql.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.account.UserEvent;
import varve.contract.account.UserEvent.StaffAppointed;
import varve.contract.account.UserEvent.UserRegistered;
import varve.eventlog.Fact;

/// `varve_read.account`.
@Component
public class AccountTable {
    private static final String REGISTER =
            """
            insert into varve_read.account (id, staff, created_at, updated_at)
            values (?, false, ?, ?)
            """;

    private final JdbcClient db;

    AccountTable(JdbcClient db) {
        this.db = db;
    }

    public void on(UserEvent event, Fact fact) {
        var at = Timestamp.from(fact.at());
        switch (event) {
            case UserRegistered(var user) -> db.sql(REGISTER).params(user.uuid(), at, at).update();
            case StaffAppointed(var user) ->
                    db.sql(
                                    "update varve_read.account set staff = true, updated_at = ? where id = ?")
                            .params(at, user.uuid())
                            .update();
        }
    }
}
