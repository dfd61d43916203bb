package varve.query.publishing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.account.UserId;
import varve.contract.pkg.PackageRef;
import varve.contract.publishing.AttemptId;
import varve.contract.publishing.TaskLookup;
import varve.query.Page;
import varve.query.Rows;
import varve.query.Sorting;
import varve.query.account.UserView;

/// `varve_read.attempt`, for all who answer from it.
@Component
public class Tasks implements TaskLookup {
    private static final String TASKS =
            "select attempt.*, count(*) over () as total, "
                    + UserView.COLUMNS
                    + " from varve_read.attempt"
                    + " left join varve_read.account"
                    + " on account.id::text = split_part(attempt.requester, ':', 2)"
                    + " left join varve_vault.person on person.id = account.id"
                    + " where ";

    private static final Sorting SORTING =
            new Sorting(
                    Map.of(
                            "status", "status",
                            "createdAt", "attempt.created_at",
                            "updatedAt", "attempt.updated_at"),
                    "attempt.created_at desc, attempt.id");

    private final JdbcClient db;

    Tasks(JdbcClient db) {
        this.db = db;
    }

    @Override
    public Optional<?> task(AttemptId attempt) {
        return one(attempt);
    }

    public Optional<TaskView> one(AttemptId id) {
        return db.sql(TASKS + "attempt.id = ?")
                .param(id.uuid())
                .query((row, _) -> TaskView.of(row))
                .optional();
    }

    /// The latest of a package first, at most as many as one page holds.
    public List<TaskView> of(PackageRef pkg) {
        return db.sql(
                        TASKS
                                + "(scope, attempt.name) = (?, ?) order by attempt.created_at desc limit 100")
                .params(pkg.scope().text(), pkg.name().text())
                .query((row, _) -> TaskView.of(row))
                .list();
    }

    /// Those that somebody asked for, latest first, at most as many as one page holds.
    public List<TaskView> by(UserId person) {
        return db.sql(
                        TASKS
                                + "attempt.requester in (?, ?) order by attempt.created_at desc limit 100")
                .params("user:" + person.text(), "staff:" + person.text())
                .query((row, _) -> TaskView.of(row))
                .list();
    }

    /// @param query part of `@scope/name@version`
    public Page.Items<TaskView> all(String query, String sortBy, Page page) {
        return Page.items(
                db.sql(
                                TASKS
                                        + "'@' || scope || '/' || attempt.name || '@' || version"
                                        + " like :pattern order by "
                                        + SORTING.by(sortBy)
                                        + " limit :size offset :offset")
                        .param("pattern", Rows.containing(query))
                        .param("size", page.size())
                        .param("offset", page.offset()),
                (row, _) -> TaskView.of(row));
    }
}
