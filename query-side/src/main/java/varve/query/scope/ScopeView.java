package varve.query.scope;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import varve.query.Rows;

/// JSR's Scope.
public record ScopeView(String scope, String description, Instant updatedAt, Instant createdAt) {
    public static ScopeView of(ResultSet row) throws SQLException {
        return new ScopeView(
                row.getString("name"),
                row.getString("description"),
                Rows.moment(row, "updated_at"),
                Rows.moment(row, "created_at"));
    }
}
