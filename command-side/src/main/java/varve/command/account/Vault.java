package varve.command.account;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.account.UserId;

/// Where personal data lies: beside the log, keyed by id, and erasable.
@Component
public class Vault {
    private static final String KEEP =
            """
            insert into varve_vault.person (id, name) values (?, ?)
            on conflict (id) do update set name = excluded.name
            """;

    private final JdbcClient db;

    Vault(JdbcClient db) {
        this.db = db;
    }

    /// Remembers what a person is called. Done before the log hears of them, so that nobody is ever
    /// shown without a name.
    public void keep(UserId id, String name) {
        db.sql(KEEP).params(id.uuid(), name).update();
    }
}
