package varve.query.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// JSR's FullUser, as far as accounts go here: what only the person and staff may see.
///
/// @param secondFactor whether one-time codes are asked for besides the password
/// @param login what they sign in with; absent for whoever has a token only
public record FullUserView(
        String id,
        String name,
        @Nullable String login,
        @Nullable String email,
        @Nullable Long githubId,
        @Nullable Long gitlabId,
        String avatarUrl,
        boolean isStaff,
        boolean isBlocked,
        boolean secondFactor,
        Instant updatedAt,
        Instant createdAt) {

    static FullUserView of(ResultSet row) throws SQLException {
        var user = UserView.of(row);
        return new FullUserView(
                user.id(),
                user.name(),
                row.getString("login"),
                row.getString("mail"),
                user.githubId(),
                user.gitlabId(),
                user.avatarUrl(),
                row.getBoolean("staff"),
                row.getBoolean("blocked"),
                row.getBoolean("second_factor"),
                user.updatedAt(),
                user.createdAt());
    }
}
