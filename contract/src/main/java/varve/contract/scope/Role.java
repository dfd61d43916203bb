package varve.contract.scope;

import java.util.Locale;
import varve.contract.Refusal;
import varve.contract.Refused;

/// What a member may do in a scope. JSR knows members and admins; the other two are for private
/// scopes.
public enum Role {
    /// Sees and installs what is private here.
    READER,
    /// A reader who may also ask what happened in the scope, by whom.
    AUDITOR,
    /// Creates packages and publishes.
    MEMBER,
    /// Does everything.
    ADMIN;

    /// Whether whoever has this role may do what is asked of the other.
    public boolean suffices(Role least) {
        return switch (least) {
            case READER -> true;
            case AUDITOR -> this == AUDITOR || this == ADMIN;
            case MEMBER -> this == MEMBER || this == ADMIN;
            case ADMIN -> this == ADMIN;
        };
    }

    /// As it is written outside, for example `member`.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws Refused when there is no such role
    public static Role named(String text) {
        for (var role : values()) {
            if (role.text().equals(text)) {
                return role;
            }
        }
        throw new Refused(new Refusal.Malformed("'role' is admin, member, reader or auditor"));
    }
}
