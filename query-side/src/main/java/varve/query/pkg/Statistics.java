package varve.query.pkg;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.Caller;
import varve.contract.account.UserId;
import varve.query.Audience;
import varve.query.Discretion;

/// What is new here and how much there is, private things left out.
@Component
class Statistics {
    private static final int MOST = 10;

    private static final String SHOWN = " not p.hidden and not p.archived and p.moved_to is null";
    private static final String RELEASES =
            "(select scope, name, version, created_at, publisher from varve_read.version"
                    + " union all select scope, name, version, created_at, publisher"
                    + " from varve_read.npm_version where not tombstoned) as release";
    private static final String NEWEST =
            "select scope, name, description from varve_read.package p where"
                    + SHOWN
                    + " %s order by created_at desc, scope, name limit :most";
    private static final String FEATURED =
            "select scope, name, description from varve_read.package p"
                    + " where featured_at is not null and"
                    + SHOWN
                    + " %s order by featured_at desc limit :most";
    private static final String UPDATED =
            "select release.scope, release.name, release.version, p.description from "
                    + RELEASES
                    + " join varve_read.package p using (scope, name) where"
                    + SHOWN
                    + " %s order by release.created_at desc limit :most";
    private static final String OF_PERSON =
            "select p.* from varve_read.package p join (select scope, name, max(created_at) as at"
                    + " from "
                    + RELEASES
                    + " where publisher in (:user, :staff) group by scope, name) as published"
                    + " using (scope, name) where not p.hidden %s order by published.at desc"
                    + " limit :most";

    /// What is counted, and where.
    private static final Map<String, String> COUNTED =
            Map.of(
                    "packages", "varve_read.package p where not p.hidden",
                    "users", "varve_read.account p where true",
                    "packageVersions",
                            RELEASES.replace("as release", "as p")
                                    + " join varve_read.package using (scope, name) where not hidden");

    private static final List<Integer> DAYS = List.of(1, 7, 30);

    record Named(String scope, String name, String description) {}

    record Updated(
            String scope,
            @JsonProperty("package") String pkg,
            String version,
            String description) {}

    /// JSR's Stats.
    record Stats(List<Named> newest, List<Updated> updated, List<Named> featured) {}

    private final JdbcClient db;
    private final Discretion discretion;

    Statistics(JdbcClient db, Discretion discretion) {
        this.discretion = discretion;
        this.db = db;
    }

    Stats stats() {
        var everybody = discretion.everybody();
        var updated =
                asked(UPDATED, everybody)
                        .query((row, _) ->
                                new Updated(
                                        row.getString("scope"),
                                        row.getString("name"),
                                        row.getString("version"),
                                        row.getString("description")))
                        .list()
                        .stream()
                        .filter(one -> everybody.knows(one.scope(), one.pkg()))
                        .toList();
        return new Stats(named(NEWEST, everybody), updated, named(FEATURED, everybody));
    }

    /// JSR's Metrics: how many there are, and how many came within some days, as `users7d`.
    Map<String, Long> metrics() {
        var metrics = new LinkedHashMap<String, Long>();
        COUNTED.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(counted -> {
                    var all = "select count(*) from " + counted.getValue();
                    metrics.put(counted.getKey(), count(all));
                    DAYS.forEach(days ->
                            metrics.put(
                                    counted.getKey() + days + "d",
                                    count(
                                            all
                                                    + " and p.created_at > now() - interval '"
                                                    + days
                                                    + " days'")));
                });
        return metrics;
    }

    /// The packages that somebody has published to last.
    List<PackageView> of(UserId user, Caller caller) {
        var audience = discretion.audience(caller);
        return asked(OF_PERSON, audience)
                .param("user", "user:" + user.text())
                .param("staff", "staff:" + user.text())
                .query((row, _) -> PackageView.of(row))
                .list()
                .stream()
                .filter(view -> audience.knows(view.scope(), view.name()))
                .toList();
    }

    private long count(String sql) {
        return db.sql(sql).query(Long.class).single();
    }

    private JdbcClient.StatementSpec asked(String sql, Audience audience) {
        return audience.bind(db.sql(sql.formatted(audience.condition("p")))).param("most", MOST);
    }

    private List<Named> named(String sql, Audience everybody) {
        return asked(sql, everybody)
                .query((row, _) ->
                        new Named(
                                row.getString("scope"),
                                row.getString("name"),
                                row.getString("description")))
                .list()
                .stream()
                .filter(one -> everybody.knows(one.scope(), one.name()))
                .toList();
    }
}
