package varve.projections.npm;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.blobs.Blobs;
import varve.blobs.Paths;
import varve.contract.pkg.PackageRef;
import varve.contract.publishing.AttemptId;
import varve.contract.scope.ScopeName;
import varve.contract.version.VersionRef;
import varve.eventlog.EventJson;

/// What clients install npm packages from: tarballs and the packument that names them.
@Component
public class ReleaseFiles {
    private static final String PACKAGE =
            """
            select revision, created_at, updated_at
            from varve_read.package where (scope, name) = (?, ?)
            """;
    private static final String ATTESTED =
            "select exists (select from varve_read.attestation where attempt = ?)";
    private static final String MAINTAINERS =
            """
            select coalesce(person.login, person.name, 'erased')
            from varve_read.member
            left join varve_vault.person on person.id = member.user_id
            where scope = ? and role in ('admin', 'member')
            order by member.created_at, member.user_id
            """;

    private final JdbcClient db;
    private final ReleasesRead releases;
    private final DistTagTable tags;
    private final Versions versions;
    private final Manifests manifests;
    private final Likers likers;
    private final Readmes readmes;
    private final Blobs blobs;

    ReleaseFiles(
            JdbcClient db,
            ReleasesRead releases,
            DistTagTable tags,
            Versions versions,
            Manifests manifests,
            Likers likers,
            Readmes readmes,
            Blobs blobs) {
        this.db = db;
        this.releases = releases;
        this.tags = tags;
        this.blobs = blobs;
        this.versions = versions;
        this.manifests = manifests;
        this.likers = likers;
        this.readmes = readmes;
    }

    /// @param latest absent when no version can be installed
    public record Summary(@Nullable String latest, int versions, String description) {}

    /// The log has decided whose bytes the version has; they go where clients look for them.
    public void lay(VersionRef ref, AttemptId attempt) {
        if (db.sql(ATTESTED).param(attempt.uuid()).query(Boolean.class).single()) {
            blobs.move(
                    Paths.uploadedAttestations(attempt),
                    Paths.attestations(ref),
                    "application/json");
        }
        blobs.move(Paths.upload(attempt), Paths.tarball(ref), "application/octet-stream");
    }

    /// From now on nobody else's packages appear under this scope.
    public void claim(ScopeName scope) {
        blobs.put(Paths.claim(scope), new byte[0], "text/plain");
    }

    public void remove(VersionRef ref) {
        blobs.remove(Paths.tarball(ref));
        blobs.remove(Paths.attestations(ref));
    }

    /// Writes the packument anew, once there is a version to name.
    public Summary write(PackageRef pkg) {
        return computed(pkg)
                .filter(packument -> !packument.releases().isEmpty())
                .map(this::laid)
                .orElse(new Summary(null, 0, ""));
    }

    /// What was read may not stay.
    public void forget() {
        releases.forget();
    }

    private Summary laid(ReleasePackument packument) {
        var latest = packument.latest().map(release -> release.version().text());
        var said =
                latest.map(version -> manifests.of(packument.pkg(), List.of(version)).get(version))
                        .map(EventJson.mapper()::readTree);
        var readme =
                packument
                        .latest()
                        .flatMap(release ->
                                readmes.of(new VersionRef(packument.pkg(), release.version())));
        packument.render(versions, said, readme).lay(blobs);
        return new Summary(
                latest.orElse(null),
                packument.count(),
                said.map(json -> json.path("description").asString("")).orElse(""));
    }

    private Optional<ReleasePackument> computed(PackageRef pkg) {
        return db.sql(PACKAGE)
                .params(pkg.scope().text(), pkg.name().text())
                .query((row, _) ->
                        new ReleasePackument(
                                pkg,
                                row.getLong("revision"),
                                row.getTimestamp("created_at").toInstant(),
                                row.getTimestamp("updated_at").toInstant(),
                                releases.of(pkg, row.getLong("revision")),
                                tags.of(pkg),
                                maintainers(pkg),
                                likers.of(pkg)))
                .optional();
    }

    private List<String> maintainers(PackageRef pkg) {
        return db.sql(MAINTAINERS)
                .param(pkg.scope().text())
                .query((row, _) -> row.getString(1))
                .list();
    }
}
