package varve.query.downloads;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How often anything was taken that is nobody's secret. What is hidden is found once, and not for
/// every count.
@Component
public class DownloadTotals {
    private static final String BY_DAY =
            """
            with secret as materialized (
                select case when scope like '~%' then name else '@' || scope || '/' || name end
                    as name
                from varve_read.package where hidden
                union all
                select '@jsr/' || scope || '__' || name from varve_read.package where hidden)
            select day, sum(times) as times from varve_read.download
            where day between :start and :end
                and not exists (select from secret where secret.name = download.name)
            group by day order by day
            """;

    /// @param downloads how often on that day
    public record Day(long downloads, LocalDate day) {
        static Day of(ResultSet row) throws SQLException {
            return new Day(row.getLong("times"), row.getObject("day", LocalDate.class));
        }
    }

    private final JdbcClient db;

    public DownloadTotals(JdbcClient db) {
        this.db = db;
    }

    /// @param start first day that counts
    /// @param end last day that counts
    public List<Day> byDay(LocalDate start, LocalDate end) {
        return db.sql(BY_DAY)
                .param("start", start)
                .param("end", end)
                .query((row, _) -> Day.of(row))
                .list();
    }
}
