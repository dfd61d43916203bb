package varve.query.audit;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import varve.query.Rows;

/// Facts about one subject in log order, to be folded.
@Component
public class Past {
    private static final String OF_SCOPE =
            """
            select position, at, event, payload::text as payload_text from varve_read.audit
            where scope = ? and position > ? and position <= ? and event like 'scope.%' order by position
            """;
    private static final String OF_TEAMS =
            """
            select position, at, event, payload::text as payload_text from varve_read.audit
            where position <= :upTo and ((event = 'scope.deleted' and scope = :scope)
                or (event in ('team.teammate-added', 'team.teammate-removed', 'team.dissolved',
                    'team.package-granted', 'team.package-revoked')
                    and payload->>'scope' = :scope))
            order by position
            """;
    private static final String OF_PACKAGE =
            """
            select position, at, event, payload::text as payload_text from varve_read.audit
            where package = ? and position > ? and position <= ? order by position
            """;
    private static final String STAFF =
            """
            select position, at, event, payload::text as payload_text from varve_read.audit
            where event in ('user.staff-appointed', 'user.staff-dismissed') and position <= ?
            order by position
            """;

    private static final String ACCOUNTS =
            """
            select position, at, event, payload::text as payload_text from varve_read.audit
            where event in ('user.staff-appointed', 'user.staff-dismissed', 'user.blocked',
                'user.unblocked', 'user.erased') and position <= ?
            order by position
            """;

    /// One fact.
    ///
    /// @param event its stored name
    public record Step(long position, Instant at, String event, JsonNode payload) {
        String text(String field) {
            return payload.path(field).asString("");
        }

        boolean is(String field) {
            return payload.path(field).asBoolean(false);
        }
    }

    private final JdbcClient db;
    private final JsonMapper json;

    Past(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /// @param scope without the `@`
    /// @param upTo position of the last fact that counts
    List<Step> ofScope(String scope, long upTo) {
        return ofScope(scope, 0, upTo);
    }

    /// @param after position of the last fact that is left out
    List<Step> ofScope(String scope, long after, long upTo) {
        return steps(OF_SCOPE, scope, after, upTo);
    }

    List<Step> ofPackage(String pkg, long upTo) {
        return ofPackage(pkg, 0, upTo);
    }

    /// @param after position of the last fact that is left out
    List<Step> ofPackage(String pkg, long after, long upTo) {
        return steps(OF_PACKAGE, pkg, after, upTo);
    }

    List<Step> ofStaff(long upTo) {
        return steps(STAFF, upTo);
    }

    /// Who became staff, was blocked or erased, and who no longer is.
    List<Step> ofAccounts(long upTo) {
        return steps(ACCOUNTS, upTo);
    }

    /// How people came to be members of a scope.
    public Membership members(String scope) {
        return new Membership(scope, ofScope(scope, Long.MAX_VALUE));
    }

    /// What happened to the teams of a scope, and when it was deleted.
    List<Step> ofTeams(String scope, long upTo) {
        return steps(db.sql(OF_TEAMS).param("scope", scope).param("upTo", upTo));
    }

    private List<Step> steps(String sql, Object... parameters) {
        return steps(db.sql(sql).params(List.of(parameters)));
    }

    private List<Step> steps(JdbcClient.StatementSpec asked) {
        return asked.query((row, _) ->
                        new Step(
                                row.getLong("position"),
                                Rows.moment(row, "at"),
                                row.getString("event"),
                                json.readTree(row.getString("payload_text"))))
                .list();
    }

    /// Roles that may publish, as the log names them.
    static final Set<String> PUBLISHERS = Set.of("MEMBER", "ADMIN");

    /// Roles that may see what happened.
    static final Set<String> AUDITORS = Set.of("AUDITOR", "ADMIN");
}
