package varve.command.account;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.account.Login;
import varve.contract.account.UserId;

/// Where personal data lies: beside the log, keyed by id, and erasable.
@Component
public class Vault {
    private static final String KEEP =
            """
            insert into varve_vault.person (id, name) values (?, ?)
            on conflict (id) do update set name = excluded.name
            """;
    private static final String NAMED = "select id from varve_vault.person where lower(login) = ?";

    private final JdbcClient db;

    Vault(JdbcClient db) {
        this.db = db;
    }

    /// Remembers what a person is called. Done before the log hears of them, so that nobody is ever
    /// shown without a name.
    public void keep(UserId id, String name) {
        db.sql(KEEP).params(id.uuid(), name).update();
    }

    /// Remembers what a person signs in with.
    ///
    /// @throws Refused when somebody else does so already
    public void keepLogin(UserId id, Login login) {
        try {
            db.sql("update varve_vault.person set login = ? where id = ?")
                    .params(login.text(), id.uuid())
                    .update();
        } catch (DuplicateKeyException _) {
            throw new Refused(new Refusal.OfPeople.LoginTaken(login.text()));
        }
    }

    /// Whoever signed in with it has to choose another.
    void freeLogin(Login login) {
        db.sql("update varve_vault.person set login = null where lower(login) = ?")
                .param(login.canonical())
                .update();
    }

    /// Takes the login and everything else of somebody whom the log never heard of.
    void drop(UserId id) {
        db.sql("delete from varve_vault.person where id = ?").param(id.uuid()).update();
    }

    void keepMail(UserId id, @Nullable String mail) {
        db.sql("update varve_vault.person set mail = ? where id = ?")
                .param(mail)
                .param(id.uuid())
                .update();
    }

    /// @return empty when nobody signs in with it
    public Optional<UserId> named(Login login) {
        return db.sql(NAMED).param(login.canonical()).query(UUID.class).optional().map(UserId::new);
    }

    /// @return empty when they have none
    public Optional<String> login(UserId id) {
        return db.sql("select login from varve_vault.person where id = ? and login is not null")
                .param(id.uuid())
                .query(String.class)
                .optional();
    }
}
