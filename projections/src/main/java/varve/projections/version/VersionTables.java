package varve.projections.version;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.docs.Merits;
import varve.contract.pkg.PackageRef;
import varve.contract.publishing.Contents;
import varve.contract.publishing.Contents.Registry;
import varve.contract.version.VersionEvent;
import varve.contract.version.VersionEvent.VersionPublished;
import varve.contract.version.VersionEvent.VersionUnyanked;
import varve.contract.version.VersionEvent.VersionYanked;
import varve.contract.version.VersionNumber;
import varve.contract.version.VersionRef;
import varve.eventlog.EventJson;
import varve.eventlog.Fact;

/// `varve_read.version`, `varve_read.dependency` and `varve_read.merit`.
@Component
public class VersionTables {
    private static final String PUBLISH =
            """
            insert into varve_read.version (scope, name, version, yanked, uses_npm, license, readme,
                exports, meta_sha256, files, bytes, npm_revision, npm_sha1, npm_sha512, npm_size,
                npm_package_json, publisher, created_at, updated_at)
            values (?, ?, ?, false, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?,
                (select requester from varve_read.attempt where id = ?), ?, ?)
            """;
    private static final String DEPEND =
            """
            insert into varve_read.dependency
                (scope, name, version, place, registry, dependency, range, path,
                fallback)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String APPRAISE =
            """
            insert into varve_read.merit (scope, name, version, merits) values (?, ?, ?, ?::jsonb)
            on conflict (scope, name, version) do update set merits = excluded.merits
            """;
    private static final String YANK =
            """
            update varve_read.version set yanked = ?, updated_at = ?
            where (scope, name, version) = (?, ?, ?)
            """;
    private static final String LISTED =
            """
            select version, yanked, deprecated, created_at, npm_revision, npm_sha1, npm_sha512,
                npm_package_json
            from varve_read.version where (scope, name) = (?, ?)
            """;

    private final JdbcClient db;

    VersionTables(JdbcClient db) {
        this.db = db;
    }

    public void on(VersionEvent event, Fact fact) {
        var at = Timestamp.from(fact.at());
        switch (event) {
            case VersionPublished published -> {
                publish(published, at);
                depend(published.ref(), published.contents().dependencies());
            }
            case VersionEvent.VersionAppraised(var ref, var merits) -> appraise(ref, merits);
            case VersionYanked(var ref) -> yank(ref, true, at);
            case VersionUnyanked(var ref) -> yank(ref, false, at);
            case VersionEvent.PublishRequested _, VersionEvent.PublishRefused _ -> {}
            case VersionEvent.NpmVersionPublished _ -> {}
            case VersionEvent.VersionDeprecated(var ref, var message) -> deprecate(ref, message);
            case VersionEvent.VersionUndeprecated(var ref) -> deprecate(ref, "");
            case VersionEvent.VersionTombstoned(var ref) -> delete(ref);
        }
    }

    /// All versions of a package in ascending order.
    public List<Listed> of(PackageRef pkg) {
        return db
                .sql(LISTED)
                .params(pkg.scope().text(), pkg.name().text())
                .query((row, _) -> listed(row))
                .list()
                .stream()
                .sorted(Comparator.comparing(Listed::version))
                .toList();
    }

    private void publish(VersionPublished published, Timestamp at) {
        var contents = published.contents();
        var npm = contents.npm();
        var readme = contents.readme();
        db.sql(PUBLISH)
                .param(published.ref().pkg().scope().text())
                .param(published.ref().pkg().name().text())
                .param(published.ref().version().text())
                .param(contents.dependencies().stream().anyMatch(d -> d.registry() == Registry.NPM))
                .param(contents.license())
                .param(readme == null ? null : readme.text())
                .param(exports(contents))
                .param(contents.metaSha256())
                .param(contents.files())
                .param(contents.bytes())
                .param(npm.revision())
                .param(npm.sha1())
                .param(npm.sha512())
                .param(npm.size())
                .param(npm.packageJson())
                .param(published.attempt().uuid())
                .param(at)
                .param(at)
                .update();
    }

    private void depend(VersionRef ref, List<Contents.Dependency> dependencies) {
        int place = 0;
        for (var dependency : dependencies) {
            db.sql(DEPEND)
                    .params(
                            ref.pkg().scope().text(),
                            ref.pkg().name().text(),
                            ref.version().text(),
                            place++,
                            dependency.registry().name().toLowerCase(Locale.ROOT),
                            dependency.name(),
                            dependency.constraint(),
                            dependency.path())
                    .param(dependency.fallback() == null ? null : dependency.fallback().toString())
                    .update();
        }
    }

    private void appraise(VersionRef ref, Merits merits) {
        db.sql(APPRAISE)
                .params(
                        ref.pkg().scope().text(),
                        ref.pkg().name().text(),
                        ref.version().text(),
                        EventJson.mapper().writeValueAsString(merits))
                .update();
    }

    private void yank(VersionRef ref, boolean yanked, Timestamp at) {
        db.sql(YANK)
                .params(
                        yanked,
                        at,
                        ref.pkg().scope().text(),
                        ref.pkg().name().text(),
                        ref.version().text())
                .update();
    }

    private void delete(VersionRef ref) {
        for (var table : List.of("version", "dependency", "merit")) {
            db.sql(
                            "delete from varve_read.%s where (scope, name, version) = (?, ?, ?)"
                                    .formatted(table))
                    .params(ref.pkg().scope().text(), ref.pkg().name().text(), ref.version().text())
                    .update();
        }
    }

    private static String exports(Contents contents) {
        var exports = new LinkedHashMap<String, String>();
        contents.exports().forEach(export -> exports.put(export.key(), export.target()));
        return EventJson.mapper().writeValueAsString(exports);
    }

    private void deprecate(VersionRef ref, String message) {
        db.sql(
                        "update varve_read.version set deprecated = ? where (scope, name, version) = (?, ?, ?)")
                .params(
                        message,
                        ref.pkg().scope().text(),
                        ref.pkg().name().text(),
                        ref.version().text())
                .update();
    }

    private static Listed listed(ResultSet row) throws SQLException {
        return new Listed(
                VersionNumber.of(row.getString("version")),
                row.getBoolean("yanked"),
                row.getString("deprecated"),
                row.getTimestamp("created_at").toInstant(),
                row.getInt("npm_revision"),
                row.getString("npm_sha1"),
                row.getString("npm_sha512"),
                row.getString("npm_package_json"));
    }
}
