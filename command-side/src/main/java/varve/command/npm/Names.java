package varve.command.npm;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.account.UserId;

/// People by the names that npm clients use: what they sign in with, or else what they are called.
@Component
class Names {
    private static final String NAMED =
            """
            select person.id from varve_vault.person
            join varve_read.account on account.id = person.id
            where lower(person.login) = lower(:name)
                or lower(person.name) = lower(:name)
            order by person.login is null, account.created_at, account.id limit 1
            """;

    private final JdbcClient db;

    Names(JdbcClient db) {
        this.db = db;
    }

    Optional<UserId> find(String name) {
        return db.sql(NAMED).param("name", name).query(UUID.class).optional().map(UserId::new);
    }

    /// @return empty when nobody knows any more
    String called(UserId user) {
        return db.sql("select coalesce(login, name) from varve_vault.person where id = ?")
                .param(user.uuid())
                .query(String.class)
                .optional()
                .orElse("");
    }

    /// What somebody signs in with, which nobody else does.
    ///
    /// @return empty for nothing
    String login(UserId user) {
        return db.sql("select coalesce(login, '') from varve_vault.person where id = ?")
                .param(user.uuid())
                .query(String.class)
                .optional()
                .orElse("");
    }

    /// @throws Refused when nobody is called so
    UserId of(String name) {
        return find(name).orElseThrow(() -> new Refused(new Refusal.UserNotFound(name)));
    }
}
