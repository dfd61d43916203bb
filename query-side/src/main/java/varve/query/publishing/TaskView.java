package varve.query.publishing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import varve.query.Rows;
import varve.query.account.UserView;

/// JSR's PublishingTask: how clients see an attempt.
public record TaskView(
        String id,
        String status,
        @Nullable Flaw error,
        @Nullable UserView user,
        String packageScope,
        String packageName,
        String packageVersion,
        Instant createdAt,
        Instant updatedAt) {

    /// What was wrong with the upload.
    public record Flaw(String code, String message) {}

    static TaskView of(ResultSet row) throws SQLException {
        var code = row.getString("code");
        return new TaskView(
                row.getString("id"),
                row.getString("status"),
                code == null ? null : new Flaw(code, row.getString("message")),
                row.getObject("user_id") == null ? null : UserView.of(row),
                row.getString("scope"),
                row.getString("name"),
                row.getString("version"),
                Rows.moment(row, "created_at"),
                Rows.moment(row, "updated_at"));
    }
}
