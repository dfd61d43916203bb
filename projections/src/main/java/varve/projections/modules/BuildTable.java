package varve.projections.modules;

import java.sql.Timestamp;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.modules.BuildEvent;
import varve.contract.modules.BuildEvent.AnalysisStarted;
import varve.contract.modules.BuildEvent.BuildFailed;
import varve.contract.modules.BuildEvent.BuildImported;
import varve.contract.modules.BuildEvent.BuildQueued;
import varve.contract.modules.BuildEvent.BuildStarted;
import varve.contract.modules.BuildEvent.DependenciesFound;
import varve.contract.modules.BuildEvent.ModulePublished;
import varve.contract.modules.BuildId;
import varve.contract.modules.ModuleName;
import varve.eventlog.Fact;

/// `varve_read.build`. The row that says `success` becomes visible together with the checkpoint,
/// and so after the list on the shelf.
@Component
public class BuildTable {
    private static final String QUEUE =
            """
            insert into varve_read.build (id, module, version, forge, repository, tag, subdir,
                status, asked, created_at, updated_at)
            values (?, ?, ?, ?, ?, ?, ?, 'queued', ?, ?, ?)
            """;
    private static final String START =
            "update varve_read.build set status = 'publishing', commit = ?, updated_at = ?"
                    + " where id = ?";
    private static final String ANALYSE =
            "update varve_read.build set status = 'analyzing_dependencies', updated_at = ?"
                    + " where id = ?";
    private static final String FAIL =
            "update varve_read.build set status = 'error', message = ?, updated_at = ? where id = ?";
    private static final String PUBLISH =
            """
            update varve_read.build set status = 'success', message = ?, files = ?, bytes = ?,
                meta_sha256 = ?, published = ?, updated_at = ? where id = ?
            """;
    private static final String PUBLISHED =
            """
            select version from varve_read.build where module = ? and published is not null
            order by published desc
            """;

    private final JdbcClient db;
    private final ImportTable imports;

    BuildTable(JdbcClient db, ImportTable imports) {
        this.db = db;
        this.imports = imports;
    }

    public void on(BuildEvent event, Fact fact) {
        var at = Timestamp.from(fact.at());
        switch (event) {
            case BuildQueued queued -> queue(queued, fact.position(), at);
            case BuildStarted(_, var build, var commit) -> update(START, build, commit, at);
            case AnalysisStarted(_, var build) -> update(ANALYSE, build, at);
            case DependenciesFound found -> imports.of(found);
            case BuildImported adopted -> adopt(adopted, fact.position(), at);
            case BuildFailed(_, var build, var message) -> update(FAIL, build, message, at);
            case ModulePublished(_, var build, var shelved, var message) ->
                    update(
                            PUBLISH,
                            build,
                            message,
                            shelved.files(),
                            shelved.bytes(),
                            shelved.metaSha256(),
                            fact.position(),
                            at);
        }
    }

    /// All published versions of a module, the one published last in front.
    List<String> published(ModuleName module) {
        return db.sql(PUBLISHED)
                .param(module.text())
                .query((row, _) -> row.getString("version"))
                .list();
    }

    private void adopt(BuildImported adopted, long position, Timestamp at) {
        var shelved = adopted.contents();
        var asked =
                new BuildQueued(
                        adopted.version(),
                        adopted.build(),
                        adopted.repository(),
                        adopted.tag(),
                        adopted.subdir(),
                        "");
        queue(asked, position, Timestamp.from(adopted.since()));
        if (shelved == null) {
            update(FAIL, adopted.build(), adopted.message(), at);
        } else {
            update(
                    PUBLISH,
                    adopted.build(),
                    adopted.message(),
                    shelved.files(),
                    shelved.bytes(),
                    shelved.metaSha256(),
                    position,
                    at);
        }
    }

    private void queue(BuildQueued queued, long position, Timestamp at) {
        var subdir = queued.subdir();
        db.sql(QUEUE)
                .param(queued.build().text())
                .param(queued.version().module().text())
                .param(queued.version().version())
                .param(queued.repository().type())
                .param(queued.repository().fullName())
                .param(queued.tag().text())
                .param(subdir == null ? null : subdir.text())
                .param(position)
                .param(at)
                .param(at)
                .update();
    }

    private void update(String statement, BuildId build, Object... values) {
        var update = db.sql(statement);
        for (var value : values) {
            update = update.param(value);
        }
        update.param(build.text()).update();
    }
}
