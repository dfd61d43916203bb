package varve.query.audit;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.query.Rows;

/// `varve_read.audit`: every fact with where it came from, in log order.
@Component
public class AuditEntries {
    private static final String FOUND =
            """
            select audit.*, payload::text as payload_text from varve_read.audit
            where position > :after and position <= :upTo
                and (:scope::text is null or scope = :scope)
                and (:package::text is null or package = :package)
                and (:actor::text is null or actor = :actor)
                and (:credential::text is null or credential = :credential)
                and (:event::text is null or event = :event)
                and (not :staff or actor like 'staff:%')
                and (:since::timestamptz is null or at >= :since::timestamptz)
                and (:until::timestamptz is null or at <= :until::timestamptz)
            order by position limit :most
            """;

    /// What is wanted; absent parts do not narrow it down.
    ///
    /// @param pkg a package with its scope, or a module
    /// @param staff only what staff did as staff
    /// @param after position after which to begin
    /// @param upTo position of the last fact that counts
    public record Wanted(
            @Nullable String scope,
            @Nullable String pkg,
            @Nullable String actor,
            @Nullable String credential,
            @Nullable String event,
            boolean staff,
            @Nullable Instant since,
            @Nullable Instant until,
            long after,
            long upTo,
            int most) {

        /// Everything about a scope, or about a package.
        public static Wanted about(
                @Nullable String scope, @Nullable String pkg, long after, long upTo, int most) {
            return new Wanted(scope, pkg, null, null, null, false, null, null, after, upTo, most);
        }
    }

    /// One fact and where it came from.
    ///
    /// @param position in the log, counted from 1 without gaps
    /// @param credential id of the token that was used, never the token
    /// @param correlation one id for everything a request caused
    public record Entry(
            long position,
            Instant at,
            String event,
            String stream,
            @Nullable String scope,
            @Nullable String pkg,
            String actor,
            @Nullable String credential,
            String command,
            String commandId,
            String correlation,
            String causation,
            String client,
            @JsonRawValue String payload) {}

    private final JdbcClient db;

    AuditEntries(JdbcClient db) {
        this.db = db;
    }

    public List<Entry> find(Wanted wanted) {
        return db.sql(FOUND)
                .param("after", wanted.after())
                .param("upTo", wanted.upTo())
                .param("scope", wanted.scope())
                .param("package", wanted.pkg())
                .param("actor", wanted.actor())
                .param("credential", wanted.credential())
                .param("event", wanted.event())
                .param("staff", wanted.staff())
                .param("since", text(wanted.since()))
                .param("until", text(wanted.until()))
                .param("most", wanted.most())
                .query((row, _) -> entry(row))
                .list();
    }

    private static @Nullable String text(@Nullable Instant moment) {
        return moment == null ? null : moment.toString();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong("position"),
                Rows.moment(row, "at"),
                row.getString("event"),
                row.getString("stream"),
                row.getString("scope"),
                row.getString("package"),
                row.getString("actor"),
                row.getString("credential"),
                row.getString("command"),
                row.getString("command_id"),
                row.getString("correlation"),
                row.getString("causation"),
                row.getString("client"),
                row.getString("payload_text"));
    }
}
