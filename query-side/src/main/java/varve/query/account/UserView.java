package varve.query.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import varve.query.Rows;

/// JSR's User. The name comes from the vault and is gone when the person is erased.
public record UserView(
        String id,
        String name,
        @Nullable Long githubId,
        @Nullable Long gitlabId,
        String avatarUrl,
        Instant updatedAt,
        Instant createdAt) {

    /// Selects what {@link #of} reads; `account` is the table's name in the query.
    public static final String COLUMNS =
            "account.id as user_id, coalesce(person.name, 'erased') as user_name,"
                    + " account.created_at as user_created_at, account.updated_at as"
                    + " user_updated_at";

    public static UserView of(ResultSet row) throws SQLException {
        return new UserView(
                row.getObject("user_id", UUID.class).toString(),
                row.getString("user_name"),
                null,
                null,
                "",
                Rows.moment(row, "user_updated_at"),
                Rows.moment(row, "user_created_at"));
    }
}
