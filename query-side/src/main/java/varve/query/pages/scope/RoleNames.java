package varve.query.pages.scope;

import varve.contract.scope.Role;
import varve.query.pages.Words;

/// What roles are called in the language of the pages.
public final class RoleNames {
    private RoleNames() {}

    public static String of(String role, Words words) {
        return switch (Role.named(role)) {
            case READER -> words.roleReader();
            case AUDITOR -> words.roleAuditor();
            case MEMBER -> words.roleMember();
            case ADMIN -> words.roleAdmin();
        };
    }
}
