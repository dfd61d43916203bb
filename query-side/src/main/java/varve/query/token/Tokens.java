package varve.query.token;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.account.UserId;

/// The tokens of a person that still work, newest first.
@Component
public class Tokens {
    private static final String OWN =
            """
            select token.id, token.owner, token.kind, token.expires_at, token.created_at,
                token.permissions::text as permissions, coalesce(label.label, '') as label,
                coalesce(label.client, '') as client, coalesce(label.address, '') as address,
                label.used_at, label.used_from,
                array_to_string(coalesce(label.allowed_from, '{}'), ',') as allowed_from
            from varve_read.token
            left join varve_vault.token_label label on label.token = token.id
            where token.owner = ? and (token.expires_at is null or token.expires_at > ?)
            order by token.created_at desc, token.id
            """;

    private final JdbcClient db;
    private final Clock clock;

    Tokens(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    public List<TokenView> of(UserId user) {
        return db.sql(OWN)
                .params(user.uuid(), Timestamp.from(clock.instant()))
                .query((row, _) -> TokenView.of(row))
                .list();
    }
}
