package varve.query.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.Credentials;
import varve.contract.account.UserId;
import varve.contract.token.AddressRange;
import varve.contract.token.TokenId;
import varve.contract.token.TokenKind;
import varve.query.Rows;

/// Finds who a token belongs to. Those found are remembered for a moment, so that a burst of
/// requests costs one look; a revoked token works no longer than that.
@Component
class CredentialTable implements Credentials {
    private static final Duration REMEMBERED = Duration.ofSeconds(2);
    private static final int MOST_REMEMBERED = 10_000;

    private static final String HOLDER =
            """
            select token.id, token.owner, token.kind, token.permissions::text as permissions,
                token.expires_at, account.staff, account.blocked, label.allowed_from
            from varve_read.token join varve_read.account on account.id = token.owner
            left join varve_vault.token_label label on label.token = token.id
            where token.sha256 = ?
            """;

    private record Found(Holder holder, @Nullable Instant expiresAt) {}

    private final JdbcClient db;
    private final Permissions permissions;
    private final Clock clock;
    private final Cache<String, Found> found =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).expireAfterWrite(REMEMBERED).build();

    CredentialTable(JdbcClient db, Permissions permissions, Clock clock) {
        this.db = db;
        this.permissions = permissions;
        this.clock = clock;
    }

    @Override
    public Optional<Holder> holder(String sha256) {
        return remembered(sha256)
                .filter(f -> f.expiresAt() == null || f.expiresAt().isAfter(clock.instant()))
                .map(Found::holder);
    }

    private Optional<Found> remembered(String sha256) {
        var remembered = Optional.ofNullable(found.getIfPresent(sha256));
        return remembered.or(() -> {
            var looked = db.sql(HOLDER).param(sha256).query((row, _) -> found(row)).optional();
            looked.ifPresent(f -> found.put(sha256, f));
            return looked;
        });
    }

    @Override
    public void forget() {
        found.invalidateAll();
    }

    private Found found(ResultSet row) throws SQLException {
        var holder =
                new Holder(
                        new UserId(row.getObject("owner", UUID.class)),
                        row.getBoolean("staff"),
                        row.getBoolean("blocked"),
                        new TokenId(row.getObject("id", UUID.class)),
                        TokenKind.of(row.getString("kind")),
                        permissions.grant(row.getString("permissions")),
                        allowedFrom(row));
        return new Found(holder, Rows.momentOrNull(row, "expires_at"));
    }

    private static List<AddressRange> allowedFrom(ResultSet row) throws SQLException {
        var ranges = row.getArray("allowed_from");
        return ranges == null
                ? List.of()
                : Arrays.stream((String[]) ranges.getArray()).map(AddressRange::of).toList();
    }
}
