package varve.standalone.upkeep;

import java.io.PrintStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import varve.blobs.Blobs;
import varve.blobs.Paths;
import varve.blobs.Place;
import varve.contract.Sha256;
import varve.contract.publishing.FilePath;
import varve.contract.version.VersionRef;
import varve.eventlog.EventLog;
import varve.projections.Tables;

/// Checks that log, tables and shelf agree: positions without gaps, tables as new as the log, and
/// every byte of every published version as the log describes it.
@Component
public class Verification {
    private static final String VERSIONS =
            """
            select '@' || scope || '/' || name || '@' || version as ref, meta_sha256, npm_sha512
            from varve_read.version order by scope, name, version
            """;

    private static final String RELEASES =
            """
            select '@' || scope || '/' || name || '@' || version as ref, sha512
            from varve_read.npm_version where not tombstoned order by scope, name, version
            """;

    private static final String FACTS = "select count(*) from varve_log.es_event where pos <= ?";
    private static final Duration TABLES_FOLLOW = Duration.ofSeconds(5);

    private record Row(VersionRef ref, String metaSha256, String npmSha512) {}

    private final JdbcClient db;
    private final Blobs blobs;
    private final EventLog log;
    private final JsonMapper json = JsonMapper.builder().build();

    Verification(JdbcClient db, Blobs blobs, EventLog log) {
        this.db = db;
        this.blobs = blobs;
        this.log = log;
    }

    /// @return whether all is well; what is not is told line by line
    boolean run(PrintStream out) {
        var flaws = new ArrayList<String>();
        positions().ifPresent(flaws::add);
        var versions =
                db.sql(VERSIONS)
                        .query((row, _) ->
                                new Row(
                                        VersionRef.of(row.getString("ref")),
                                        row.getString("meta_sha256"),
                                        row.getString("npm_sha512")))
                        .list();
        versions.forEach(row -> flaws.addAll(flaws(row)));
        flaws.addAll(new ModuleVerification(db, blobs).flaws());
        flaws.addAll(new LogVerification(db, blobs).flaws(log::head));
        int releases = releases(flaws);
        flaws.forEach(out::println);
        out.printf(
                "%d facts, %d versions, %d flaws%n",
                log.head(), versions.size() + releases, flaws.size());
        return flaws.isEmpty();
    }

    private Optional<String> positions() {
        long head = log.head();
        long facts = db.sql(FACTS).param(head).query(Long.class).single();
        if (facts != head) {
            return Optional.of("log: " + facts + " facts, but the last position is " + head);
        }
        return log.await(Tables.NAME, head, TABLES_FOLLOW)
                ? Optional.empty()
                : Optional.of("tables: at " + log.position(Tables.NAME) + ", the log at " + head);
    }

    /// What npm clients published.
    ///
    /// @return how many there are
    private int releases(List<String> flaws) {
        return db.sql(RELEASES)
                .query((row, _) -> {
                    var ref = VersionRef.of(row.getString("ref"));
                    check(Paths.tarball(ref), row.getString("sha512"), "", Verification::sha512)
                            .ifPresent(flaws::add);
                    return ref;
                })
                .list()
                .size();
    }

    private List<String> flaws(Row row) {
        var flaws = new ArrayList<String>();
        var meta = blobs.bytes(Paths.versionMeta(row.ref()));
        if (meta.isEmpty() || !Sha256.hex(meta.get()).equals(row.metaSha256())) {
            return List.of(row.ref() + ": _meta.json is missing or differs");
        }
        json.readTree(meta.get())
                .path("manifest")
                .forEachEntry((path, file) -> {
                    var place = Paths.module(row.ref(), FilePath.of(path));
                    var checksum = file.path("checksum").asString();
                    check(place, checksum, "sha256-", Verification::sha256).ifPresent(flaws::add);
                });
        check(Paths.npmTarball(row.ref()), row.npmSha512(), "", Verification::sha512)
                .ifPresent(flaws::add);
        return flaws;
    }

    private interface Digest {
        String of(byte[] bytes);
    }

    private Optional<String> check(Place place, String wanted, String prefix, Digest digest) {
        var bytes = blobs.bytes(place);
        if (bytes.isEmpty()) {
            return Optional.of(place.key() + ": missing");
        }
        return wanted.equals(prefix + digest.of(bytes.get()))
                ? Optional.empty()
                : Optional.of(place.key() + ": differs");
    }

    private static String sha256(byte[] bytes) {
        return Sha256.hex(bytes);
    }

    private static String sha512(byte[] bytes) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-512").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-512", e);
        }
    }
}
