package varve.query.scope;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Who may know of what is private in a scope, at one moment: its members of all of it, and people
/// in its teams of the packages that their teams were granted.
///
/// @param teammates by the package's name with its scope
record Insiders(Set<UUID> members, Map<String, Set<UUID>> teammates) {
    private static final String MEMBERS = "select user_id from varve_read.member where scope = ?";
    private static final String TEAMMATES =
            """
            select package, user_id
            from varve_read.team_package join varve_read.teammate using (scope, team)
            where scope = ?
            """;

    Insiders {
        members = Set.copyOf(members);
        teammates = Map.copyOf(teammates);
    }

    static Insiders read(JdbcClient db, String scope) {
        var members = new HashSet<>(db.sql(MEMBERS).param(scope).query(UUID.class).list());
        var teammates = new HashMap<String, Set<UUID>>();
        db.sql(TEAMMATES)
                .param(scope)
                .query(row -> {
                    teammates
                            .computeIfAbsent(row.getString("package"), _ -> new HashSet<>())
                            .add(row.getObject("user_id", UUID.class));
                });
        return new Insiders(members, teammates);
    }

    /// @param pkg absent for the scope itself
    boolean has(UUID user, String scope, @Nullable String pkg) {
        return members.contains(user)
                || (pkg != null
                        && teammates
                                .getOrDefault("@" + scope + "/" + pkg, Set.of())
                                .contains(user));
    }
}
