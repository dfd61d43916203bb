package varve.projections.npm;

import java.sql.Timestamp;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.account.UserId;
import varve.contract.pkg.PackageRef;
import varve.contract.version.VersionEvent;
import varve.contract.version.VersionEvent.NpmVersionPublished;
import varve.contract.version.VersionEvent.VersionDeprecated;
import varve.contract.version.VersionEvent.VersionTombstoned;
import varve.contract.version.VersionEvent.VersionUndeprecated;
import varve.contract.version.VersionEvent.VersionUnyanked;
import varve.contract.version.VersionEvent.VersionYanked;
import varve.contract.version.VersionRef;
import varve.eventlog.Fact;

/// `varve_read.npm_version`.
@Component
public class ReleaseTable {
    private static final String PUBLISH =
            """
            insert into varve_read.npm_version (scope, name, version, yanked, tombstoned,
                deprecated, sha1, sha512, size, files, unpacked_size, install_script, manifest,
                publisher, created_at, updated_at, position)
            values (?, ?, ?, false, false, '', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String ONE =
            ", updated_at = ?, position = ? where (scope, name, version) = (?, ?, ?)";
    private static final String YANK = "update varve_read.npm_version set yanked = ?" + ONE;
    private static final String DEPRECATE =
            "update varve_read.npm_version set deprecated = ?" + ONE;
    private static final String TOMBSTONE =
            "update varve_read.npm_version set tombstoned = ?" + ONE;
    private static final String NAMING =
            """
            select scope, name from varve_read.npm_version
            where publisher in ('user:' || :id, 'staff:' || :id)
            union
            select package.scope, package.name
            from varve_read.package join varve_read.member using (scope)
            where package.kind = 'npm' and member.user_id = :id::uuid
            """;

    private final JdbcClient db;

    ReleaseTable(JdbcClient db) {
        this.db = db;
    }

    public void on(VersionEvent event, Fact fact) {
        switch (event) {
            case NpmVersionPublished published -> publish(published, fact);
            case VersionDeprecated(var ref, var message) -> change(DEPRECATE, message, ref, fact);
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

    /// Packages that name somebody: who published a version, or belongs to the scope.
    public List<PackageRef> naming(UserId user) {
        return db.sql(NAMING)
                .param("id", user.text())
                .query((row, _) -> PackageRef.of(row.getString(1), row.getString(2)))
                .list();
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
                .param(fact.position())
                .update();
    }

    private void change(String sql, Object value, VersionRef ref, Fact fact) {
        db.sql(sql)
                .params(
                        value,
                        Timestamp.from(fact.at()),
                        fact.position(),
                        ref.pkg().scope().text(),
                        ref.pkg().name().text(),
                        ref.version().text())
                .update();
    }
}
