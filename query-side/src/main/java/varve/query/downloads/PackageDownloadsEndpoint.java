package varve.query.downloads;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.pkg.PackageRef;
import varve.query.pkg.Packages;

/// How often a package was taken in the last 90 days, day by day, as JSR tells it.
@RestController
class PackageDownloadsEndpoint {
    private static final int DAYS = 90;

    /// A package of either kind is counted under its own name when its list of files (source) or
    /// its tarball (npm) is taken, and under its name at `@jsr` when a source package's tarball is.
    private static final String TAKEN =
            """
            select version, day, times,
                case when download.name = :npmName or package.kind = 'npm'
                    then 'npm_tarball' else 'jsr_meta' end as kind
            from varve_read.download
            join varve_read.package on (scope, package.name) = (:scope, :pkg)
            where download.name in (:name, :npmName) and day > :after
            order by day, version
            """;

    private static final String NEWEST =
            """
            select version from (
                select version, created_at from varve_read.version
                where (scope, name) = (:scope, :pkg)
                union all
                select version, created_at from varve_read.npm_version
                where (scope, name) = (:scope, :pkg) and not tombstoned) as release
            order by created_at desc limit 5
            """;

    /// JSR's Downloads.
    record PackageDownloads(List<Bucket> total, List<OfVersion> recentVersions) {}

    /// @param timeBucket beginning of the day, UTC
    /// @param kind `jsr_meta` or `npm_tarball`
    record Bucket(Instant timeBucket, String kind, long count) {
        Bucket with(long times) {
            return new Bucket(timeBucket, kind, times);
        }
    }

    record OfVersion(String version, List<Bucket> downloads) {}

    private record Taken(String version, LocalDate day, String kind, long times) {}

    private final JdbcClient db;
    private final Packages packages;
    private final Clock clock;

    PackageDownloadsEndpoint(JdbcClient db, Packages packages, Clock clock) {
        this.db = db;
        this.packages = packages;
        this.clock = clock;
    }

    @GetMapping("/api/scopes/{scope}/packages/{name}/downloads")
    PackageDownloads downloads(@PathVariable String scope, @PathVariable String name) {
        var ref = PackageRef.of(scope, name);
        if (packages.one(ref).isEmpty()) {
            throw new Refused(new Refusal.PackageNotFound(ref.text()));
        }
        var taken = taken(ref);
        var recent =
                db.sql(NEWEST)
                        .param("scope", ref.scope().text())
                        .param("pkg", ref.name().text())
                        .query((row, _) -> row.getString(1))
                        .list();
        return new PackageDownloads(
                buckets(taken), recent.stream().map(version -> of(version, taken)).toList());
    }

    private List<Taken> taken(PackageRef ref) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return db.sql(TAKEN)
                .param("scope", ref.scope().text())
                .param("pkg", ref.name().text())
                .param("name", ref.text())
                .param("npmName", ref.npmName())
                .param("after", today.minusDays(DAYS))
                .query((row, _) ->
                        new Taken(
                                row.getString("version"),
                                row.getObject("day", LocalDate.class),
                                row.getString("kind"),
                                row.getLong("times")))
                .list();
    }

    private static OfVersion of(String version, List<Taken> taken) {
        return new OfVersion(
                version,
                buckets(taken.stream().filter(one -> one.version().equals(version)).toList()));
    }

    /// Days on which nothing was taken are left out.
    private static List<Bucket> buckets(List<Taken> taken) {
        var counts = new LinkedHashMap<Bucket, Long>();
        for (var one : taken) {
            var day = one.day().atStartOfDay(ZoneOffset.UTC).toInstant();
            counts.merge(new Bucket(day, one.kind(), 0), one.times(), Long::sum);
        }
        return counts.entrySet().stream().map(of -> of.getKey().with(of.getValue())).toList();
    }
}
