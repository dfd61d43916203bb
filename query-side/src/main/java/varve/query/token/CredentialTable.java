package varve.query.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import varve.contract.Credentials;
import varve.contract.account.UserId;
import varve.contract.scope.ScopeName;
import varve.contract.token.Grant;
import varve.contract.token.TokenId;
import varve.query.Rows;

/// Finds who a token belongs to. Those found are remembered for a moment, so that a burst of
/// requests costs one look; a revoked token works no longer than that.
@Component
class CredentialTable implements Credentials {
    private static final Duration REMEMBERED = Duration.ofSeconds(2);
    private static final int MOST_REMEMBERED = 10_000;

    private static final String HOLDER =
            """
            select token.id, token.owner, token.permissions::text as permissions, token.expires_at,
                account.staff
            from varve_read.token join varve_read.account on account.id = token.owner
            where token.sha256 = ?
            """;

    private record Found(Holder holder, @Nullable Instant expiresAt) {}

    /// A permission as the projection wrote it.
    private record Permission(
            String scope,
            @Nullable String pkg,
            @Nullable String version,
            @Nullable String tarballHash) {}

    private final JdbcClient db;
    private final JsonMapper json;
    private final Clock clock;
    private final Cache<String, Found> found =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).expireAfterWrite(REMEMBERED).build();

    CredentialTable(JdbcClient db, JsonMapper json, Clock clock) {
        this.db = db;
        this.json = json;
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

    private Found found(ResultSet row) throws SQLException {
        var holder =
                new Holder(
                        new UserId(row.getObject("owner", UUID.class)),
                        row.getBoolean("staff"),
                        new TokenId(row.getObject("id", UUID.class)),
                        grant(row.getString("permissions")));
        return new Found(holder, Rows.momentOrNull(row, "expires_at"));
    }

    private Grant grant(@Nullable String permissions) {
        if (permissions == null) {
            return new Grant.Everything();
        }
        var read = json.readValue(permissions, new TypeReference<List<Permission>>() {});
        return new Grant.Publishing(
                read.stream()
                        .map(p ->
                                new Grant.Permission(
                                        ScopeName.of(p.scope()),
                                        p.pkg(),
                                        p.version(),
                                        p.tarballHash()))
                        .toList());
    }
}
