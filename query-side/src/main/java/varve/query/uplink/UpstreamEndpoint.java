package varve.query.uplink;

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

/// Which tarballs of other registries entered, when, and from where: what was ever handed out is
/// among them.
@RestController
class UpstreamEndpoint {
    private static final int MOST = 1000;

    private static final String ENTERED =
            """
            select * from varve_read.upstream_tarball
            where position > :after
                and (:name::text is null or name = :name)
                and (:version::text is null or version = :version)
                and (:integrity::text is null or integrity = :integrity)
                and (:uplink::text is null or uplink = :uplink)
                and (:since::timestamptz is null or entered_at >= :since::timestamptz)
                and (:until::timestamptz is null or entered_at < :until::timestamptz)
            order by position limit :most
            """;

    /// A tarball that entered.
    ///
    /// @param position of the fact in the log
    /// @param address where it lay
    /// @param integrity computed here, not what was announced
    /// @param size in bytes
    record Entered(
            long position,
            String name,
            String version,
            String uplink,
            String address,
            String integrity,
            long size,
            Instant enteredAt) {}

    /// @param next give it as `after` for what follows; absent at the end
    record Entries(List<Entered> items, @Nullable Long next) {}

    private final JdbcClient db;

    UpstreamEndpoint(JdbcClient db) {
        this.db = db;
    }

    /// @param since an RFC 3339 moment, like `until`, which is not included
    @GetMapping("/api/upstream/tarballs")
    Entries entered(
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String version,
            @RequestParam(required = false) @Nullable String integrity,
            @RequestParam(required = false) @Nullable String uplink,
            @RequestParam(required = false) @Nullable Instant since,
            @RequestParam(required = false) @Nullable Instant until,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "100") int limit,
            Caller caller) {
        caller.person();
        if (!caller.isStaff()) {
            throw new Refused(new Refusal.NotStaff());
        }
        if (limit < 1 || limit > MOST) {
            throw new Refused(new Refusal.Malformed("'limit' is between 1 and " + MOST));
        }
        var items =
                db.sql(ENTERED)
                        .param("after", after)
                        .param("name", name)
                        .param("version", version)
                        .param("integrity", integrity)
                        .param("uplink", uplink)
                        .param("since", since == null ? null : since.toString())
                        .param("until", until == null ? null : until.toString())
                        .param("most", limit)
                        .query((row, _) -> entered(row))
                        .list();
        return new Entries(items, items.size() < limit ? null : items.getLast().position());
    }

    private static Entered entered(ResultSet row) throws SQLException {
        return new Entered(
                row.getLong("position"),
                row.getString("name"),
                row.getString("version"),
                row.getString("uplink"),
                row.getString("address"),
                row.getString("integrity"),
                row.getLong("size"),
                Rows.moment(row, "entered_at"));
    }
}
