package varve.query.account;

import java.time.Instant;

/// JSR's FullUser, as far as accounts go here: what only the person and staff may see.
public record FullUserView(
        String id,
        String name,
        String avatarUrl,
        boolean isStaff,
        boolean isBlocked,
        Instant updatedAt,
        Instant createdAt) {

    static FullUserView of(UserView user, boolean staff) {
        return new FullUserView(
                user.id(),
                user.name(),
                user.avatarUrl(),
                staff,
                false,
                user.updatedAt(),
                user.createdAt());
    }
}
