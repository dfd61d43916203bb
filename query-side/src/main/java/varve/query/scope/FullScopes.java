package varve.query.scope;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.scope.ScopeName;
import varve.contract.scope.ScopeQuota;
import varve.query.Page;
import varve.query.Rows;
import varve.query.Sorting;
import varve.query.account.UserView;

/// Scopes as their admins and staff see them.
@Component
public class FullScopes {
    private static final Duration WEEK = Duration.ofDays(7);

    private static final String FULL =
            """
            select scope.*, count(*) over () as total,
                (select count(*) from varve_read.package p where p.scope = scope.name)
                    as packages,
                (select count(*) from varve_read.package p
                    where p.scope = scope.name and p.created_at > :week) as young,
                (select count(*) from varve_read.attempt a
                    where a.scope = scope.name and a.created_at > :week) as attempts,
            """
                    + UserView.COLUMNS
                    + """
                     from varve_read.scope
                    join varve_read.account on account.id = scope.creator
                    left join varve_vault.person on person.id = scope.creator
                    """;

    private static final Sorting SORTING =
            new Sorting(
                    Map.of("scope", "scope.name", "createdAt", "scope.created_at"), "scope.name");

    private final JdbcClient db;
    private final ScopeQuota standard;
    private final Clock clock;

    FullScopes(JdbcClient db, ScopeQuota standard, Clock clock) {
        this.db = db;
        this.standard = standard;
        this.clock = clock;
    }

    public Optional<FullScopeView> one(ScopeName name) {
        return db.sql(FULL + " where scope.name = :name")
                .param("week", weekAgo())
                .param("name", name.text())
                .query((row, _) -> view(row))
                .optional();
    }

    /// @param query part of a name
    public Page.Items<FullScopeView> all(String query, String sortBy, Page page) {
        return Page.items(
                db.sql(
                                FULL
                                        + " where scope.name like :pattern order by "
                                        + SORTING.by(sortBy)
                                        + " limit :size offset :offset")
                        .param("week", weekAgo())
                        .param("pattern", Rows.containing(query))
                        .param("size", page.size())
                        .param("offset", page.offset()),
                (row, _) -> view(row));
    }

    private Timestamp weekAgo() {
        return Timestamp.from(clock.instant().minus(WEEK));
    }

    private FullScopeView view(ResultSet row) throws SQLException {
        return new FullScopeView(
                row.getString("name"),
                row.getString("description"),
                Rows.moment(row, "updated_at"),
                Rows.moment(row, "created_at"),
                UserView.of(row),
                new FullScopeView.Quotas(
                        row.getInt("packages"),
                        or(row, "package_limit", standard.packages()),
                        row.getInt("young"),
                        or(row, "weekly_package_limit", standard.newPackages()),
                        row.getInt("attempts"),
                        or(row, "weekly_attempt_limit", standard.attempts())),
                row.getBoolean("ci_actor_verified"),
                row.getBoolean("ci_required"),
                row.getBoolean("private") ? "private" : "public",
                row.getString("looks_like"));
    }

    private static int or(ResultSet row, String column, int standard) throws SQLException {
        var set = row.getObject(column, Integer.class);
        return set == null ? standard : set;
    }
}
