package varve.query.downloads;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Caller;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.query.Discretion;
import varve.query.downloads.DownloadTotals.Day;

/// npm's downloads API, over packages of all kinds: source packages under `@scope/name`, as under
/// `@jsr/scope__name`; modules under `/x/name`.
@RestController
class DownloadsEndpoint {
    private static final int MOST_NAMES = 128;
    private static final String EVERYTHING = "";

    private static final String BY_DAY =
            """
            select day, sum(times) as times from varve_read.download
            where name in (:name, :npmName) and day between :start and :end
            group by day order by day
            """;

    private static final String BY_VERSION =
            """
            select version, sum(times) as times from varve_read.download
            where name in (:name, :npmName) and day between :start and :end
            group by version order by version
            """;

    private final JdbcClient db;
    private final DownloadTotals totals;
    private final Discretion discretion;
    private final Clock clock;

    DownloadsEndpoint(JdbcClient db, DownloadTotals totals, Discretion discretion, Clock clock) {
        this.totals = totals;
        this.db = db;
        this.discretion = discretion;
        this.clock = clock;
    }

    @GetMapping({"/~npm/downloads/point/{period}", "/~npm/downloads/point/{period}/**"})
    Map<String, ?> point(@PathVariable String period, HttpServletRequest request, Caller caller) {
        var days = period(period);
        return each(
                names(request, period),
                name -> {
                    long total = byDay(name, days, caller).stream().mapToLong(Day::downloads).sum();
                    return answer(name, total, days);
                });
    }

    @GetMapping({"/~npm/downloads/range/{period}", "/~npm/downloads/range/{period}/**"})
    Map<String, ?> range(@PathVariable String period, HttpServletRequest request, Caller caller) {
        var days = period(period);
        return each(names(request, period), name -> answer(name, byDay(name, days, caller), days));
    }

    @GetMapping("/~npm/versions/**")
    Map<String, ?> versions(HttpServletRequest request, Caller caller) {
        var path = request.getRequestURI().substring("/~npm/versions/".length());
        int slash = path.lastIndexOf('/');
        if (slash < 0) {
            throw new Refused(new Refusal.NoSuchRoute("/versions/" + path));
        }
        var name = path.substring(0, slash);
        var days = period(path.substring(slash + 1));
        return Map.of("package", name, "downloads", byVersion(name, days, caller));
    }

    private Map<String, Long> byVersion(String name, Period days, Caller caller) {
        var counts = new LinkedHashMap<String, Long>();
        if (!discretion.mayKnow(counted(name), caller)) {
            return counts;
        }
        db.sql(BY_VERSION)
                .param("name", counted(name))
                .param("npmName", npmName(name))
                .param("start", days.start())
                .param("end", days.end())
                .query(row -> {
                    counts.put(row.getString("version"), row.getLong("times"));
                });
        return counts;
    }

    private Period period(String text) {
        return Period.of(text, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    private static List<String> names(HttpServletRequest request, String period) {
        var path = request.getRequestURI();
        int end = path.indexOf("/" + period) + period.length() + 1;
        var names =
                Arrays.stream(path.substring(end).replaceFirst("^/", "").split("%2C|,", -1))
                        .toList();
        if (names.size() > MOST_NAMES) {
            throw new Refused(
                    new Refusal.Malformed("at most " + MOST_NAMES + " packages at a time"));
        }
        return names;
    }

    /// One name gets its answer, several get one each.
    private static Map<String, ?> each(
            List<String> names, Function<String, Map<String, ?>> answer) {
        if (names.size() == 1) {
            return answer.apply(names.getFirst());
        }
        var all = new LinkedHashMap<String, Map<String, ?>>();
        names.forEach(name -> all.put(name, answer.apply(name)));
        return all;
    }

    private static Map<String, ?> answer(String name, Object downloads, Period days) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("downloads", downloads);
        answer.put("start", days.start());
        answer.put("end", days.end());
        if (!name.equals(EVERYTHING)) {
            answer.put("package", name);
        }
        return answer;
    }

    /// Nothing was ever fetched of what the caller may not know of.
    private List<Day> byDay(String name, Period days, Caller caller) {
        if (!discretion.mayKnow(counted(name), caller)) {
            return List.of();
        }
        if (name.equals(EVERYTHING)) {
            return totals.byDay(days.start(), days.end());
        }
        return db.sql(BY_DAY)
                .param("name", counted(name))
                .param("npmName", npmName(name))
                .param("start", days.start())
                .param("end", days.end())
                .query((row, _) -> Day.of(row))
                .list();
    }

    /// Tarballs of source packages are counted under the name that npm clients know.
    private static String npmName(String name) {
        var counted = counted(name);
        return counted.startsWith("@")
                ? "@jsr/" + counted.substring(1).replaceFirst("/", "__")
                : counted;
    }

    /// Under which name it is counted.
    private static String counted(String name) {
        return name.startsWith("@jsr/")
                ? "@" + name.substring("@jsr/".length()).replaceFirst("__", "/")
                : name;
    }
}
