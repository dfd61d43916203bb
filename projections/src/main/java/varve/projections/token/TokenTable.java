package varve.projections.token;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.sql.Timestamp;
import java.util.List;
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
            insert into varve_read.token (id, owner, kind, sha256, permissions, expires_at,
                created_at)
            values (?, ?, ?, ?, ?::jsonb, ?, ?)
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
                .param(issued.kind().text())
                .param(issued.sha256())
                .param(permissions(issued.grant()))
                .param(expiresAt == null ? null : Timestamp.from(expiresAt))
                .param(Timestamp.from(fact.at()))
                .update();
    }

    /// JSR's list of permissions, extended by one for reading; null for a token that may do all
    /// that its owner may.
    private static @Nullable String permissions(Grant grant) {
        return switch (grant) {
            case Grant.Everything() -> null;
            case Grant.Publishing(var permissions) ->
                    written(permissions.stream().map(Permission::publishing).toList());
            case Grant.Reading(var areas) when areas.isEmpty() ->
                    written(List.of(new Permission("package/read", null, null, null, null)));
            case Grant.Reading(var areas) ->
                    written(areas.stream().map(Permission::reading).toList());
        };
    }

    private static String written(List<Permission> permissions) {
        return EventJson.mapper().writeValueAsString(permissions);
    }

    private record Permission(
            String permission,
            @Nullable String scope,
            @JsonProperty("package") @Nullable String pkg,
            @Nullable String version,
            @Nullable String tarballHash) {

        static Permission publishing(Grant.Permission p) {
            return new Permission(
                    "package/publish", p.scope().text(), p.pkg(), p.version(), p.tarballHash());
        }

        static Permission reading(Grant.Area area) {
            return new Permission("package/read", area.scope().text(), area.pkg(), null, null);
        }
    }
}
