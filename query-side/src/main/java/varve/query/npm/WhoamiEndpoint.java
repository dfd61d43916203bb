package varve.query.npm;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Caller;
import varve.contract.Refusal;
import varve.contract.Refused;

/// `npm whoami`.
@RestController
class WhoamiEndpoint {
    private static final String NAME =
            """
            select coalesce(person.login, person.name, 'erased') from varve_read.account
            left join varve_vault.person using (id) where account.id = ?
            """;

    private final JdbcClient db;

    WhoamiEndpoint(JdbcClient db) {
        this.db = db;
    }

    record Whoami(String username) {}

    @GetMapping("/~npm/-/whoami")
    Whoami whoami(Caller caller) {
        var user =
                caller.user().orElseThrow(() -> new Refused(new Refusal.MissingAuthentication()));
        return db.sql(NAME)
                .param(user.uuid())
                .query((row, _) -> new Whoami(row.getString(1)))
                .optional()
                .orElseThrow(() -> new Refused(new Refusal.UserNotFound(user.text())));
    }
}
