package varve.projections.account;

import java.sql.Timestamp;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.account.UserEvent;
import varve.contract.account.UserEvent.PasskeyAdded;
import varve.contract.account.UserEvent.PasskeyRemoved;
import varve.contract.account.UserEvent.PasskeyUsed;
import varve.contract.account.UserEvent.PasswordChanged;
import varve.contract.account.UserEvent.SecondFactorRemoved;
import varve.contract.account.UserEvent.SecondFactorSet;
import varve.contract.account.UserEvent.StaffAppointed;
import varve.contract.account.UserEvent.StaffDismissed;
import varve.contract.account.UserEvent.UserBlocked;
import varve.contract.account.UserEvent.UserErased;
import varve.contract.account.UserEvent.UserRegistered;
import varve.contract.account.UserEvent.UserUnblocked;
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
            List.of(
                    "password",
                    "token_label",
                    "identity",
                    "authenticator",
                    "recovery_code",
                    "passkey",
                    "presence",
                    "presence_request",
                    "hook",
                    "ticket_message",
                    "ticket_meta",
                    "message",
                    "place");

    private final JdbcClient db;

    AccountTable(JdbcClient db) {
        this.db = db;
    }

    public void on(UserEvent event, Fact fact) {
        var at = Timestamp.from(fact.at());
        switch (event) {
            case UserRegistered(var user) -> db.sql(REGISTER).params(user.uuid(), at, at).update();
            case StaffAppointed(var user) -> set("staff", true, user, at);
            case StaffDismissed(var user) -> set("staff", false, user, at);
            case UserBlocked(var user) -> set("blocked", true, user, at);
            case UserUnblocked(var user) -> set("blocked", false, user, at);
            case PasswordChanged _, SecondFactorSet _, SecondFactorRemoved _ -> {}
            case PasskeyAdded _, PasskeyRemoved _, PasskeyUsed _ -> {}
            case UserErased(var user) -> erase(user, at);
        }
    }

    private void set(String column, boolean so, UserId user, Timestamp at) {
        db.sql("update varve_read.account set " + column + " = ?, updated_at = ? where id = ?")
                .params(so, at, user.uuid())
                .update();
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
