package varve.projections.npm;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.pkg.PackageRef;
import varve.contract.version.VersionEvent;
import varve.contract.version.VersionEvent.NpmVersionPublished;
import varve.contract.version.VersionEvent.VersionDeprecated;
import varve.contract.version.VersionEvent.VersionTombstoned;
import varve.contract.version.VersionEvent.VersionUndeprecated;
import varve.contract.version.VersionEvent.VersionUnyanked;
import varve.contract.version.VersionEvent.VersionYanked;
import varve.contract.version.VersionNumber;
import varve.contract.version.VersionRef;
import varve.eventlog.Fact;
import varve.projections.Storable;

/// `varve_read.npm_version`.
@Component
public class ReleaseTable {
    private static final String PUBLISH =
            """
            insert into varve_read.npm_version (scope, name, version, yanked, tombstoned,
                deprecated, sha1, sha512, size, files, unpacked_size, install_script, manifest,
                publisher, created_at, updated_at)
            values (?, ?, ?, false, false, '', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String ONE = ", updated_at = ? where (scope, name, version) = (?, ?, ?)";
    private static final String YANK = "update varve_read.npm_version set yanked = ?" + ONE;
    private static final String DEPRECATE =
            "update varve_read.npm_version set deprecated = ?" + ONE;
    private static final String TOMBSTONE =
            "update varve_read.npm_version set tombstoned = ?" + ONE;
    private static final String ALL =
            """
            select version, yanked, tombstoned, deprecated, sha1, sha512, files, unpacked_size,
                install_script, npm_version.created_at,
                coalesce(to_jsonb(person) ->> 'login', person.name, '') as publisher_name,
                (select predicate_type from varve_read.attestation where published
                    and (attestation.scope, attestation.name, attestation.version)
                        = (npm_version.scope, npm_version.name, npm_version.version))
                    as predicate_type
            from varve_read.npm_version
            left join varve_vault.person
                on person.id = case when npm_version.publisher similar to '(user|staff):%'
                    then split_part(npm_version.publisher, ':', 2)::uuid end
            where (scope, npm_version.name) = (?, ?)
            """;

    private final JdbcClient db;
    private final Manifests manifests;

    ReleaseTable(JdbcClient db, Manifests manifests) {
        this.db = db;
        this.manifests = manifests;
    }

    public void on(VersionEvent event, Fact fact) {
        switch (event) {
            case NpmVersionPublished published -> publish(published, fact);
            case VersionDeprecated(var ref, var message) ->
                    change(DEPRECATE, Storable.text(message), ref, fact);
            case VersionUndeprecated(var ref) -> change(DEPRECATE, "", ref, fact);
            case VersionTombstoned(var ref) -> change(TOMBSTONE, true, ref, fact);
            case VersionYanked(var ref) -> change(YANK, true, ref, fact);
            case VersionUnyanked(var ref) -> change(YANK, false, ref, fact);
            case VersionEvent.PublishRequested _,
                    VersionEvent.PublishRefused _,
                    VersionEvent.VersionAppraised _,
                    VersionEvent.VersionPublished _ -> {}
        }
    }

    /// All versions there ever were of a package, in ascending order.
    List<Release> of(PackageRef pkg) {
        var rows =
                db.sql(ALL)
                        .params(pkg.scope().text(), pkg.name().text())
                        .query((row, _) -> release(row))
                        .list();
        var said = manifests.of(pkg, rows.stream().map(Release::sha512).toList());
        return rows.stream()
                .map(release -> release.saying(said.getOrDefault(release.sha512(), "{}")))
                .sorted(Comparator.comparing(Release::version))
                .toList();
    }

    private void publish(NpmVersionPublished published, Fact fact) {
        var release = published.release();
        var at = Timestamp.from(fact.at());
        db.sql("update varve_read.attestation set published = true where attempt = ?")
                .param(published.attempt().uuid())
                .update();
        db.sql(PUBLISH)
                .param(published.ref().pkg().scope().text())
                .param(published.ref().pkg().name().text())
                .param(published.ref().version().text())
                .param(release.sha1())
                .param(release.sha512())
                .param(release.size())
                .param(release.files())
                .param(release.unpackedSize())
                .param(release.installScript())
                .param(release.manifest())
                .param(fact.origin().actor())
                .param(at)
                .param(at)
                .update();
    }

    private void change(String sql, Object value, VersionRef ref, Fact fact) {
        db.sql(sql)
                .params(
                        value,
                        Timestamp.from(fact.at()),
                        ref.pkg().scope().text(),
                        ref.pkg().name().text(),
                        ref.version().text())
                .update();
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
                "",
                row.getString("publisher_name"),
                row.getString("predicate_type"),
                row.getTimestamp("created_at").toInstant());
    }
}
