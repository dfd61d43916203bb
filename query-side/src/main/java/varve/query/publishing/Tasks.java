package varve.query.publishing;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.publishing.AttemptId;
import varve.contract.publishing.TaskLookup;
import varve.query.account.UserView;

/// `varve_read.attempt`, for all who answer from it.
@Component
public class Tasks implements TaskLookup {
    private static final String ONE =
            "select attempt.*, "
                    + UserView.COLUMNS
                    + " from varve_read.attempt"
                    + " left join varve_read.account"
                    + " on account.id::text = split_part(attempt.requester, ':', 2)"
                    + " left join varve_vault.person on person.id = account.id"
                    + " where attempt.id = ?";

    private final JdbcClient db;

    Tasks(JdbcClient db) {
        this.db = db;
    }

    @Override
    public Optional<?> task(AttemptId attempt) {
        return one(attempt);
    }

    public Optional<TaskView> one(AttemptId id) {
        return db.sql(ONE).param(id.uuid()).query((row, _) -> TaskView.of(row)).optional();
    }
}
