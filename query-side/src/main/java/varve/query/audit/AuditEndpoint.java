package varve.query.audit;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Caller;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.query.Rows;

/// Who did what, when, with which credential: every fact in log order, refused commands included.
@RestController
class AuditEndpoint {
    private static final int MOST = 1000;

    private static final String ENTRIES =
            """
            select *, payload::text as payload_text from varve_read.audit
            where position > :after
                and (:scope::text is null or scope = :scope)
                and (:package::text is null or package = :package)
                and (:actor::text is null or actor = :actor)
                and (:since::timestamptz is null or at >= :since::timestamptz)
            order by position limit :most
            """;

    /// One fact and where it came from.
    ///
    /// @param position in the log, counted from 1 without gaps
    /// @param credential id of the token that was used, never the token
    /// @param correlation one id for everything a request caused
    record Entry(
            long position,
            Instant at,
            String event,
            String stream,
            String actor,
            @Nullable String credential,
            String command,
            String commandId,
            String correlation,
            String causation,
            String client,
            @JsonRawValue String payload) {}

    /// @param next give it as `after` for what follows; absent at the end
    record Entries(List<Entry> items, @Nullable Long next) {}

    private final JdbcClient db;

    AuditEndpoint(JdbcClient db) {
        this.db = db;
    }

    /// @param since an RFC 3339 moment
    /// @param after a position
    @GetMapping("/api/audit")
    Entries entries(
            @RequestParam(required = false) @Nullable String scope,
            @RequestParam(name = "package", required = false) @Nullable String pkg,
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable Instant since,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "100") int limit,
            Caller caller) {
        staff(caller);
        if (limit < 1 || limit > MOST) {
            throw new Refused(new Refusal.Malformed("'limit' is between 1 and " + MOST));
        }
        var items =
                db.sql(ENTRIES)
                        .param("after", after)
                        .param("scope", scope)
                        .param("package", pkg)
                        .param("actor", actor)
                        .param("since", since == null ? null : since.toString())
                        .param("most", limit)
                        .query((row, _) -> entry(row))
                        .list();
        return new Entries(items, items.size() < limit ? null : items.getLast().position());
    }

    private static void staff(Caller caller) {
        caller.person();
        if (!caller.isStaff()) {
            throw new Refused(new Refusal.NotStaff());
        }
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong("position"),
                Rows.moment(row, "at"),
                row.getString("event"),
                row.getString("stream"),
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
