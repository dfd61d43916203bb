package varve.query.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.query.Page;
import varve.query.Rows;
import varve.query.account.UserView;

/// What people did, newest first, with their names; refused commands are left out.
@Component
public class AuditLogs {
    private static final String DONE =
            "select audit.*, payload::text as meta, coalesce(package, '@' || scope, '') as about,"
                    + " count(*) over () as total, "
                    + UserView.COLUMNS
                    + """
                     from varve_read.audit
                    join varve_read.account on account.id = case when actor ~ '^(user|staff):'
                        then split_part(actor, ':', 2)::uuid end
                    left join varve_vault.person on person.id = account.id
                    where event <> 'command.refused'
                        and (not :staffOnly or actor like 'staff:%')
                        and (event like :pattern or lower(person.name) like lower(:pattern)
                            or coalesce(package, '@' || scope) like :pattern)
                    order by position desc limit :size offset :offset
                    """;

    /// @param event stored name of the fact
    /// @param about a package, or a scope with its `@`; empty for neither
    /// @param meta the fact itself, as JSON
    public record Deed(
            UserView actor,
            long position,
            String event,
            String about,
            boolean asStaff,
            String meta,
            Instant at) {}

    private final JdbcClient db;

    AuditLogs(JdbcClient db) {
        this.db = db;
    }

    /// @param query part of a name, of what was done, or of whom or what it was done to
    public Page.Items<Deed> find(String query, boolean staffOnly, Page page) {
        return Page.items(
                db.sql(DONE)
                        .param("staffOnly", staffOnly)
                        .param("pattern", Rows.containing(query))
                        .param("size", page.size())
                        .param("offset", page.offset()),
                (row, _) -> deed(row));
    }

    private static Deed deed(ResultSet row) throws SQLException {
        return new Deed(
                UserView.of(row),
                row.getLong("position"),
                row.getString("event"),
                row.getString("about"),
                row.getString("actor").startsWith("staff:"),
                row.getString("meta"),
                Rows.moment(row, "at"));
    }
}
