package varve.projections.account;

import java.sql.Timestamp;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.account.UserEvent;
import varve.contract.account.UserEvent.PasswordChanged;
import varve.contract.account.UserEvent.SecondFactorRemoved;
import varve.contract.account.UserEvent.SecondFactorSet;
import varve.contract.account.UserEvent.StaffAppointed;
import varve.contract.account.UserEvent.UserErased;
import varve.contract.account.UserEvent.UserRegistered;
import varve.contract.account.UserId;
import varve.eventlog.Fact;

/// `varve_read.account`.
@Component
public class AccountTable {
    private static final String REGISTER =
            """
            insert into varve_read.account (id, staff, created_at, updated_at)
            values (?, false, ?, ?)
            """;

    /// Where the vault has more about a person, by owner.
    private static final List<String> NAMED_IN =
            List.of("password", "token_label", "identity", "authenticator", "recovery_code");

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
            case PasswordChanged _, SecondFactorSet _, SecondFactorRemoved _ -> {}
            case UserErased(var user) -> erase(user, at);
        }
    }

    /// Forgets who somebody was, here and in the vault, as often as it is told: also when the log
    /// is read again after the vault was restored from before.
    private void erase(UserId user, Timestamp at) {
        for (var table : NAMED_IN) {
            db.sql("delete from varve_vault." + table + " where owner = ?")
                    .param(user.uuid())
                    .update();
        }
        db.sql("delete from varve_vault.person where id = ?").param(user.uuid()).update();
        db.sql("delete from varve_read.token where owner = ?").param(user.uuid()).update();
        db.sql("update varve_read.account set staff = false, updated_at = ? where id = ?")
                .params(at, user.uuid())
                .update();
    }
}
