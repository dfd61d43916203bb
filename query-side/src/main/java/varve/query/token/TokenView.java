package varve.query.token;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import varve.query.Rows;

/// JSR's Token, and what this registry knows beyond that.
///
/// @param permissions as JSON; absent for all that the owner may do
/// @param client the program it was made for
/// @param address from where it was made
/// @param lastUsedAt to the minute
/// @param allowedFrom ranges of addresses, joined by commas; empty for everywhere
public record TokenView(
        String id,
        String description,
        String userId,
        String type,
        @Nullable Instant expiresAt,
        Instant updatedAt,
        Instant createdAt,
        @JsonRawValue @Nullable String permissions,
        String client,
        String address,
        @Nullable Instant lastUsedAt,
        @Nullable String lastUsedFrom,
        String allowedFrom) {

    static TokenView of(ResultSet row) throws SQLException {
        return new TokenView(
                row.getString("id"),
                row.getString("label"),
                row.getString("owner"),
                row.getString("kind"),
                Rows.momentOrNull(row, "expires_at"),
                Rows.moment(row, "created_at"),
                Rows.moment(row, "created_at"),
                row.getString("permissions"),
                row.getString("client"),
                row.getString("address"),
                Rows.momentOrNull(row, "used_at"),
                row.getString("used_from"),
                row.getString("allowed_from"));
    }
}
