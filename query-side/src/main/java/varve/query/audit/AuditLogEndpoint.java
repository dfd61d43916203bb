package varve.query.audit;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Caller;
import varve.query.Page;
import varve.query.Rights;
import varve.query.account.UserView;

/// What people did, under JSR's address and in its shape. `/api/audit` tells more, and proves it.
@RestController
class AuditLogEndpoint {
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

    private final AuditLogs logs;
    private final Rights rights;

    AuditLogEndpoint(AuditLogs logs, Rights rights) {
        this.logs = logs;
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
        var found = logs.find(query, sudoOnly, Page.of(page, limit));
        return new Page.Items<>(
                found.items().stream().map(AuditLogEndpoint::log).toList(), found.total());
    }

    private static AuditLog log(AuditLogs.Deed deed) {
        return new AuditLog(
                deed.actor(), JsrAction.of(deed.event()), deed.asStaff(), deed.meta(), deed.at());
    }
}
