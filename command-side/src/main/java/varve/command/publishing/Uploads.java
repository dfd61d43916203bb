package varve.command.publishing;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.blobs.Blobs;
import varve.blobs.Paths;
import varve.contract.publishing.AttemptId;
import varve.contract.publishing.FilePath;
import varve.contract.version.VersionRef;

/// Uploads on the shelf. Each is written down before it is laid there, so that whatever happens in
/// between, it can be found and taken away.
@Component
public class Uploads {
    /// For how long an upload is kept that nobody needs any more, and an attempt can be made again.
    static final Duration KEPT = Duration.ofHours(24);

    private final JdbcClient db;
    private final Blobs blobs;

    public Uploads(JdbcClient db, Blobs blobs) {
        this.db = db;
        this.blobs = blobs;
    }

    /// @param sha256 of the compressed bytes
    /// @param size of the compressed bytes
    record Kept(AttemptId attempt, VersionRef version, FilePath config, String sha256, long size) {}

    void lay(Kept upload, Path file) {
        db.sql(
                        """
                        insert into varve_command.upload (attempt, version, config, sha256, size)
                        values (?, ?, ?, ?, ?)
                        """)
                .params(
                        upload.attempt().uuid(),
                        upload.version().text(),
                        upload.config().text(),
                        upload.sha256(),
                        upload.size())
                .update();
        blobs.put(Paths.upload(upload.attempt()), file, "application/gzip");
    }

    Optional<Kept> kept(AttemptId attempt) {
        return db.sql("select * from varve_command.upload where attempt = ?")
                .param(attempt.uuid())
                .query((row, _) ->
                        new Kept(
                                attempt,
                                VersionRef.of(row.getString("version")),
                                FilePath.of(row.getString("config")),
                                row.getString("sha256"),
                                row.getLong("size")))
                .optional();
    }

    /// An upload that waits to be looked into waits no longer, and however often that failed does
    /// not count.
    ///
    /// @return whether it waits, or is being looked into
    boolean hurry(AttemptId attempt) {
        return db.sql(
                                "update varve_command.inspection set due = now(), tries = 0 where attempt = ?")
                        .param(attempt.uuid())
                        .update()
                == 1;
    }

    /// First the bytes, so that the row still knows of them when this is cut short.
    void remove(AttemptId attempt) {
        blobs.remove(Paths.upload(attempt));
        db.sql("delete from varve_command.upload where attempt = ?").param(attempt.uuid()).update();
    }

    /// Takes away what is older than {@link #KEPT} and not still waiting to be looked into.
    ///
    /// @return how many
    public int sweep() {
        var old =
                db.sql(
                                """
                                select attempt from varve_command.upload
                                where arrived < now() - make_interval(secs => ?)
                                and attempt not in (select attempt from varve_command.inspection)
                                order by arrived limit 1000
                                """)
                        .param(KEPT.toSeconds())
                        .query(UUID.class)
                        .list();
        old.forEach(attempt -> remove(new AttemptId(attempt)));
        return old.size();
    }
}
