package varve.query.modules;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How much modules are wanted: how often their main modules were taken within thirty days. Among
/// those that were taken as often, stars decide. Nobody is followed about, so there is no telling
/// how many people that were.
@Component
class Popularity {
    private static final Period WITHIN = Period.ofDays(30);

    private static final String RANKED =
            """
            select * from (
                select module.name, description, coalesce(taken.times, 0) as score,
                    count(*) over standing as no_worse, count(*) over () as of_all
                from varve_read.module left join (
                    select name, sum(times)::bigint as times from varve_read.download
                    where name like '/x/%' and day > ? group by name) as taken
                    on taken.name = '/x/' || module.name
                where not unlisted and exists (
                    select from varve_read.build
                    where module = module.name and published is not null)
                window standing as (order by coalesce(taken.times, 0) desc, stars desc)) as ranked
            """;

    /// A listed module that has versions.
    ///
    /// @param score how often it was taken
    /// @param percent how many of a hundred stand no worse, rounded down
    record Ranked(String name, String description, long score, long percent) {
        private static Ranked of(ResultSet row) throws SQLException {
            return new Ranked(
                    row.getString("name"),
                    row.getString("description"),
                    row.getLong("score"),
                    100 * row.getLong("no_worse") / row.getLong("of_all"));
        }

        Grade grade() {
            return percent == 0
                    ? Grade.TOP_1
                    : percent < 5 ? Grade.TOP_5 : percent < 10 ? Grade.TOP_10 : Grade.PUBLISHED;
        }
    }

    enum Grade {
        TOP_1,
        TOP_5,
        TOP_10,
        PUBLISHED
    }

    private final JdbcClient db;
    private final Clock clock;

    Popularity(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    Optional<Ranked> of(String module) {
        return db.sql(RANKED + "where name = ?")
                .params(since(), module)
                .query((row, _) -> Ranked.of(row))
                .optional();
    }

    /// The most wanted first.
    List<Ranked> part(int limit, long offset) {
        return db.sql(RANKED + "order by no_worse, name limit ? offset ?")
                .params(since(), limit, offset)
                .query((row, _) -> Ranked.of(row))
                .list();
    }

    private LocalDate since() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minus(WITHIN);
    }
}
