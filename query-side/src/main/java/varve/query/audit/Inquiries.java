package varve.query.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.query.Rows;

/// What is asked when something went wrong: where are these bytes, who depends on that, and which
/// credentials are about.
@Component
class Inquiries {
    private static final String WITH_BYTES =
            """
            select '@' || scope || '/' || name || '@' || version as version, 'meta' as part
            from varve_read.version where meta_sha256 = :hash
            union select '@' || scope || '/' || name || '@' || version, 'tarball'
            from varve_read.version where :hash in (npm_sha1, npm_sha512)
            union select '@' || scope || '/' || name || '@' || version, 'tarball'
            from varve_read.npm_version where :hash in (sha1, sha512)
            union select module || '@' || version, 'meta'
            from varve_read.build where published is not null and meta_sha256 = :hash
            order by 1, 2
            """;

    /// The same name may be reached by many ways; a way is followed twenty steps.
    private static final String DEPENDENTS =
            """
            with recursive reached (scope, name, version, step) as (
                select scope, name, version, 1 from varve_read.dependency
                where registry = 'jsr' and dependency = :package
                union
                select next.scope, next.name, next.version, reached.step + 1
                from varve_read.dependency next
                join reached on next.registry = 'jsr' and reached.step < 20
                    and next.dependency = '@' || reached.scope || '/' || reached.name)
            select '@' || scope || '/' || name || '@' || version as version, min(step) as steps
            from reached group by 1 order by 2, 1 limit 10000
            """;

    private static final String TOKENS =
            """
            select issued.payload->>'token' as id, issued.payload->>'owner' as owner,
                issued.at as issued_at, (issued.payload->>'expiresAt')::timestamptz as expires_at,
                (select max(at) from varve_read.audit used
                    where used.credential = issued.payload->>'token') as last_used,
                (select min(at) from varve_read.audit gone
                    where gone.event = 'token.revoked'
                        and gone.stream = 'token:' || (issued.payload->>'token')) as revoked_at
            from varve_read.audit issued
            where issued.event = 'token.issued' and issued.payload->>'owner' = :owner
            order by issued.position
            """;

    /// @param part of the version that these bytes are
    record Content(String version, String part) {}

    /// @param steps from the package asked about
    record Dependent(String version, int steps) {}

    /// @param lastUsed when something was written with it, absent if nothing ever was
    record Token(
            String id,
            String owner,
            Instant issuedAt,
            @Nullable Instant expiresAt,
            @Nullable Instant lastUsed,
            @Nullable Instant revokedAt) {}

    private final JdbcClient db;

    Inquiries(JdbcClient db) {
        this.db = db;
    }

    /// @param hash SHA-1 or SHA-256 in hexadecimal, or SHA-512 in base64
    List<Content> withBytes(String hash) {
        return db.sql(WITH_BYTES)
                .param("hash", hash)
                .query((row, _) -> new Content(row.getString("version"), row.getString("part")))
                .list();
    }

    /// Versions that name the package, or one that does, among their dependencies.
    List<Dependent> dependents(String pkg) {
        return db.sql(DEPENDENTS)
                .param("package", pkg)
                .query((row, _) -> new Dependent(row.getString("version"), row.getInt("steps")))
                .list();
    }

    /// @param owner id of a person
    List<Token> tokens(String owner) {
        return db.sql(TOKENS)
                .param("owner", owner)
                .query((row, _) ->
                        new Token(
                                row.getString("id"),
                                row.getString("owner"),
                                Rows.moment(row, "issued_at"),
                                Rows.momentOrNull(row, "expires_at"),
                                Rows.momentOrNull(row, "last_used"),
                                Rows.momentOrNull(row, "revoked_at")))
                .list();
    }
}
