package varve.command.ci;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.account.UserId;

/// Who somebody is elsewhere, by the other site's own number. In the vault, and erased with them.
@Component
public class LinkedIdentities {
    private static final String LINK =
            """
            insert into varve_vault.identity (provider, subject, owner, linked_at)
            values (?, ?, ?, ?)
            on conflict (provider, subject) do update set owner = excluded.owner
            """;

    private static final String CLAIM =
            """
            insert into varve_vault.identity (provider, subject, owner, linked_at)
            values (?, ?, ?, ?)
            on conflict do nothing
            """;

    private final JdbcClient db;
    private final CiPolicy policy;
    private final Clock clock;

    LinkedIdentities(JdbcClient db, CiPolicy policy, Clock clock) {
        this.db = db;
        this.policy = policy;
        this.clock = clock;
    }

    /// Whose account it is.
    public Optional<UserId> user(String provider, String subject) {
        return db.sql("select owner from varve_vault.identity where provider = ? and subject = ?")
                .params(provider, subject)
                .query(UUID.class)
                .optional()
                .map(id -> new UserId(id));
    }

    void link(String provider, String subject, UserId user) {
        db.sql(LINK)
                .params(provider, subject, user.uuid(), Timestamp.from(clock.instant()))
                .update();
    }

    /// The same, unless it is linked to somebody else.
    ///
    /// @return whether it is theirs now
    public boolean claim(String provider, String subject, UserId user) {
        db.sql(CLAIM)
                .params(provider, subject, user.uuid(), Timestamp.from(clock.instant()))
                .update();
        return user(provider, subject).filter(user::equals).isPresent();
    }

    /// Where somebody has accounts too.
    public List<String> of(UserId user) {
        return db.sql("select distinct provider from varve_vault.identity where owner = ?")
                .param(user.uuid())
                .query((row, _) -> row.getString(1))
                .list();
    }

    public void unlink(String provider, UserId user) {
        db.sql("delete from varve_vault.identity where provider = ? and owner = ?")
                .params(provider, user.uuid())
                .update();
    }

    /// Whether this is the only issuer of its kind, so that its numbers mean one thing.
    boolean knows(Issuer issuer) {
        return policy.issuers().stream().filter(i -> i.kind() == issuer.kind()).count() == 1;
    }
}
