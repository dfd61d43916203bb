package varve.projections.token;

import java.sql.Timestamp;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.token.Grant;
import varve.contract.token.TokenEvent;
import varve.contract.token.TokenEvent.TokenIssued;
import varve.contract.token.TokenEvent.TokenRevoked;
import varve.eventlog.EventJson;
import varve.eventlog.Fact;

/// `varve_read.token`: the tokens that work. A revoked one is not a row.
@Component
public class TokenTable {
    private static final String ISSUE =
            """
            insert into varve_read.token (id, owner, sha256, permissions, expires_at, created_at)
            values (?, ?, ?, ?::jsonb, ?, ?)
            """;

    private final JdbcClient db;

    TokenTable(JdbcClient db) {
        this.db = db;
    }

    public void on(TokenEvent event, Fact fact) {
        switch (event) {
            case TokenIssued issued -> issue(issued, fact);
            case TokenRevoked(var token) ->
                    db.sql("delete from varve_read.token where id = ?")
                            .param(token.uuid())
                            .update();
        }
    }

    private void issue(TokenIssued issued, Fact fact) {
        var expiresAt = issued.expiresAt();
        db.sql(ISSUE)
                .param(issued.token().uuid())
                .param(issued.owner().uuid())
                .param(issued.sha256())
                .param(permissions(issued.grant()))
                .param(expiresAt == null ? null : Timestamp.from(expiresAt))
                .param(Timestamp.from(fact.at()))
                .update();
    }

    /// Null for a token that may do all that its owner may.
    private static @Nullable String permissions(Grant grant) {
        return switch (grant) {
            case Grant.Everything() -> null;
            case Grant.Publishing(var permissions) ->
                    EventJson.mapper().writeValueAsString(permissions);
        };
    }
}
