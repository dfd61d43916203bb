package varve.query.token;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Caller;
import varve.query.Rows;

/// The caller's tokens, without their secrets, which nobody has.
@RestController
class TokenEndpoint {
    private static final String TOKENS =
            """
            select id, owner, expires_at, created_at, permissions::text as permissions
            from varve_read.token where owner = ? order by created_at desc, id
            """;

    /// JSR's Token.
    record TokenView(
            String id,
            String userId,
            String type,
            @Nullable Instant expiresAt,
            Instant updatedAt,
            Instant createdAt,
            @JsonRawValue @Nullable String permissions) {}

    private final JdbcClient db;

    TokenEndpoint(JdbcClient db) {
        this.db = db;
    }

    @GetMapping("/api/user/tokens")
    List<TokenView> own(Caller caller) {
        var user = caller.person();
        return db.sql(TOKENS)
                .param(user.uuid())
                .query((row, _) ->
                        new TokenView(
                                row.getString("id"),
                                row.getString("owner"),
                                "personal",
                                Rows.momentOrNull(row, "expires_at"),
                                Rows.moment(row, "created_at"),
                                Rows.moment(row, "created_at"),
                                row.getString("permissions")))
                .list();
    }
}
