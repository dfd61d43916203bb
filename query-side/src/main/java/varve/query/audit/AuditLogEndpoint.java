package varve.query.audit;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Caller;
import varve.query.Page;
import varve.query.Rights;
import varve.query.Rows;
import varve.query.account.UserView;

/// What people did, under JSR's address and in its shape. `/api/audit` tells more, and proves it.
@RestController
class AuditLogEndpoint {
    private static final String DONE =
            """
            from varve_read.audit
            join varve_read.account on account.id = case when actor ~ '^(user|staff):'
                then split_part(actor, ':', 2)::uuid end
            left join varve_vault.person on person.id = account.id
            where event <> 'command.refused'
                and (not :sudoOnly or actor like 'staff:%')
                and (event like :pattern or lower(person.name) like lower(:pattern)
                    or coalesce(package, '@' || scope) like :pattern)
            """;

    /// JSR's AuditLog.
    ///
    /// @param action JSR's name for it where JSR has one
    /// @param isSudo whether somebody acted as staff
    /// @param meta the fact itself
    record AuditLog(
            UserView actor,
            String action,
            boolean isSudo,
            @JsonRawValue String meta,
            Instant createdAt) {}

    private final JdbcClient db;
    private final Rights rights;

    AuditLogEndpoint(JdbcClient db, Rights rights) {
        this.db = db;
        this.rights = rights;
    }

    /// @param query part of a name, of what was done, or of whom or what it was done to
    @GetMapping("/api/admin/audit_logs")
    Page.Items<AuditLog> done(
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "false") boolean sudoOnly,
            @RequestParam(required = false) @Nullable Integer page,
            @RequestParam(required = false) @Nullable Integer limit,
            Caller caller) {
        rights.staff(caller);
        var wanted = Page.of(page, limit);
        var pattern = Rows.containing(query);
        long total =
                db.sql("select count(*) " + DONE)
                        .param("sudoOnly", sudoOnly)
                        .param("pattern", pattern)
                        .query(Long.class)
                        .single();
        var items =
                db.sql(
                                "select audit.*, payload::text as meta, "
                                        + UserView.COLUMNS
                                        + " "
                                        + DONE
                                        + " order by position desc limit :size offset :offset")
                        .param("sudoOnly", sudoOnly)
                        .param("pattern", pattern)
                        .param("size", wanted.size())
                        .param("offset", wanted.offset())
                        .query((row, _) -> log(row))
                        .list();
        return new Page.Items<>(items, total);
    }

    private static AuditLog log(ResultSet row) throws SQLException {
        return new AuditLog(
                UserView.of(row),
                JsrAction.of(row.getString("event")),
                row.getString("actor").startsWith("staff:"),
                row.getString("meta"),
                Rows.moment(row, "at"));
    }
}
