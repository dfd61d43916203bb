package varve.projections.npm;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.artifacts.packument.Remembered;
import varve.contract.pkg.PackageRef;
import varve.contract.version.VersionNumber;

/// The versions of npm packages. What was read before is not read again, except what changed since:
/// each row names the fact that changed it last, and facts are remembered in their order.
@Component
class ReleasesRead {
    /// Bytes.
    private static final int REMEMBERED = 32 << 20;

    private static final int ROW = 600;

    private static final String CHANGED =
            """
            select npm.version, yanked, tombstoned, deprecated, sha1, sha512, files,
                unpacked_size, install_script, publisher, created_at, predicate_type
            from varve_read.npm_version as npm
            left join varve_read.attestation as attested on published
                and (attested.scope, attested.name, attested.version)
                    = (npm.scope, npm.name, npm.version)
            where npm.scope = ? and npm.name = ? and npm.position > ?
            """;
    private static final String NAMES =
            """
            select id, coalesce(login, name, '') from varve_vault.person
            where id in (:ids)
            """;

    /// @param revision of the package when they were read
    /// @param rows with the publishers' ids
    private record Known(long revision, SortedMap<VersionNumber, Release> rows) {
        int weight() {
            return rows.size() * ROW;
        }
    }

    private final JdbcClient db;
    private volatile Remembered<PackageRef, Known> read = memory();

    ReleasesRead(JdbcClient db) {
        this.db = db;
    }

    /// All versions there ever were of a package, in ascending order.
    ///
    /// @param revision position of the last fact about it
    List<Release> of(PackageRef pkg, long revision) {
        var before = read.known(pkg);
        var rows = new TreeMap<VersionNumber, Release>();
        long seen = -1;
        if (before != null && before.revision() <= revision) {
            rows.putAll(before.rows());
            seen = before.revision();
        }
        db.sql(CHANGED)
                .params(pkg.scope().text(), pkg.name().text(), seen)
                .query((row, _) -> release(row))
                .list()
                .forEach(release -> rows.put(release.version(), release));
        read.keep(pkg, new Known(revision, rows));
        return named(rows.values().stream().toList());
    }

    /// The rows were taken back or are made anew.
    void forget() {
        read = memory();
    }

    private static Remembered<PackageRef, Known> memory() {
        return new Remembered<>(REMEMBERED, Known::weight);
    }

    /// People can change what they are called, and be forgotten.
    private List<Release> named(List<Release> releases) {
        var ids = new HashMap<String, UUID>();
        for (var release : releases) {
            var id = person(release.publisher());
            if (id != null) {
                ids.put(release.publisher(), id);
            }
        }
        var names = names(ids);
        return releases.stream()
                .map(release -> release.publishedBy(names.getOrDefault(release.publisher(), "")))
                .toList();
    }

    private Map<String, String> names(Map<String, UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var names = new HashMap<UUID, String>();
        db.sql(NAMES)
                .param("ids", ids.values())
                .query(row -> {
                    names.put(row.getObject(1, UUID.class), row.getString(2));
                });
        return ids.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                each -> names.getOrDefault(each.getValue(), "")));
    }

    private static @Nullable UUID person(String actor) {
        return actor.startsWith("user:") || actor.startsWith("staff:")
                ? UUID.fromString(actor.split(":")[1])
                : null;
    }

    private static Release release(ResultSet row) throws SQLException {
        return new Release(
                VersionNumber.of(row.getString("version")),
                row.getBoolean("yanked"),
                row.getBoolean("tombstoned"),
                row.getString("deprecated"),
                row.getString("sha1"),
                row.getString("sha512"),
                row.getInt("files"),
                row.getLong("unpacked_size"),
                row.getBoolean("install_script"),
                row.getString("publisher"),
                row.getString("predicate_type"),
                row.getTimestamp("created_at").toInstant());
    }
}
