package varve.command.modules;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import varve.command.work.Leases;
import varve.command.work.LogQueue;
import varve.contract.modules.BuildEvent;
import varve.contract.modules.BuildEvent.AnalysisStarted;
import varve.contract.modules.BuildEvent.BuildFailed;
import varve.contract.modules.BuildEvent.BuildImported;
import varve.contract.modules.BuildEvent.BuildQueued;
import varve.contract.modules.BuildEvent.BuildStarted;
import varve.contract.modules.BuildEvent.DependenciesFound;
import varve.contract.modules.BuildEvent.ModulePublished;
import varve.contract.modules.BuildId;
import varve.contract.modules.GitTag;
import varve.contract.modules.ModuleVersion;
import varve.contract.modules.Repository;
import varve.contract.modules.Subdir;
import varve.eventlog.Fact;

/// The tags that nobody has fetched yet.
public final class BuildQueue implements LogQueue<BuildQueue.Queued> {
    private static final String ADD =
            """
            insert into varve_command.build
                (id, version, forge, repository_id, repository, tag, subdir, asked_at, correlation)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict do nothing
            """;

    /// A tag to fetch.
    ///
    /// @param askedAt when the forge told of it
    public record Queued(
            BuildId build,
            ModuleVersion version,
            Repository repository,
            GitTag tag,
            @Nullable Subdir subdir,
            Instant askedAt,
            String correlation,
            int tries)
            implements Job {
        @Override
        public Object key() {
            return build.text();
        }

        @Override
        public String about() {
            return version.text();
        }
    }

    private final JdbcClient db;
    private final Leases leases;

    public BuildQueue(JdbcClient db) {
        this.db = db;
        this.leases = new Leases(db, "varve_command.build", "id");
    }

    @Override
    public String name() {
        return "builds";
    }

    @Override
    public Leases leases() {
        return leases;
    }

    @Override
    public void on(Fact fact) {
        if (fact.event() instanceof BuildEvent event) {
            switch (event) {
                case BuildQueued queued -> add(queued, fact);
                case BuildStarted _, AnalysisStarted _, DependenciesFound _, BuildImported _ -> {}
                case BuildFailed failed -> leases.done(failed.build().text());
                case ModulePublished published -> leases.done(published.build().text());
            }
        }
    }

    @Override
    public Optional<Queued> take() {
        return leases.take((row, _) -> read(row));
    }

    private void add(BuildQueued queued, Fact fact) {
        var subdir = queued.subdir();
        db.sql(ADD)
                .param(queued.build().text())
                .param(queued.version().text())
                .param(queued.repository().type())
                .param(queued.repository().id())
                .param(queued.repository().fullName())
                .param(queued.tag().text())
                .param(subdir == null ? null : subdir.text())
                .param(Timestamp.from(fact.at()))
                .param(fact.origin().correlation())
                .update();
    }

    private static Queued read(ResultSet row) throws SQLException {
        var subdir = row.getString("subdir");
        return new Queued(
                BuildId.of(row.getString("id")),
                ModuleVersion.of(row.getString("version")),
                Repository.of(
                        row.getString("forge"),
                        row.getLong("repository_id"),
                        row.getString("repository")),
                GitTag.of(row.getString("tag")),
                subdir == null ? null : Subdir.of(subdir),
                row.getTimestamp("asked_at").toInstant(),
                row.getString("correlation"),
                row.getInt("tries"));
    }
}
