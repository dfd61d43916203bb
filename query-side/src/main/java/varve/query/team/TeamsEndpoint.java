package varve.query.team;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Caller;
import varve.contract.Refusal;
import varve.contract.Refused;

/// `npm team ls` and `npm org ls`, for those who belong to the scope.
@RestController
class TeamsEndpoint {
    private static final String NAME = "coalesce(person.login, person.name, 'erased') as name";
    private static final String BELONGS =
            """
            select exists (select from varve_read.member where (scope, user_id) = (?, ?))
                or exists (select from varve_read.teammate where (scope, user_id) = (?, ?))
            """;
    private static final String PACKAGES =
            """
            select package, may_write from varve_read.team_package where (scope, team) = (?, ?)
            order by package
            """;

    /// How pnpm wants to hear of somebody; npm asks for names alone.
    record Mate(String name) {}

    private final JdbcClient db;

    TeamsEndpoint(JdbcClient db) {
        this.db = db;
    }

    @GetMapping("/~npm/-/org/{scope}/team")
    List<?> teams(
            @PathVariable String scope,
            @RequestParam(required = false) @Nullable String format,
            Caller caller) {
        belongs(scope, caller);
        var names = names(scope);
        return "cli".equals(format) ? names : names.stream().map(Mate::new).toList();
    }

    private List<String> names(String scope) {
        return db.sql("select team from varve_read.team where scope = ? order by team")
                .param(bare(scope))
                .query((row, _) -> bare(scope) + ":" + row.getString(1))
                .list();
    }

    @GetMapping("/~npm/-/team/{scope}/{team}/user")
    List<?> people(
            @PathVariable String scope,
            @PathVariable String team,
            @RequestParam(required = false) @Nullable String format,
            Caller caller) {
        var names = people(scope, team, caller);
        return "cli".equals(format) ? names : names.stream().map(Mate::new).toList();
    }

    private List<String> people(String scope, String team, Caller caller) {
        belongs(scope, caller);
        exists(scope, team);
        return db.sql(
                        "select "
                                + NAME
                                + " from varve_read.teammate left join varve_vault.person"
                                + " on person.id = user_id where (scope, team) = (?, ?) order by 1")
                .params(bare(scope), team)
                .query((row, _) -> row.getString(1))
                .list();
    }

    @GetMapping("/~npm/-/team/{scope}/{team}/package")
    Map<String, String> packages(
            @PathVariable String scope,
            @PathVariable String team,
            @RequestParam(required = false) @Nullable String format,
            Caller caller) {
        belongs(scope, caller);
        exists(scope, team);
        var packages = new LinkedHashMap<String, String>();
        db.sql(PACKAGES)
                .params(bare(scope), team)
                .query(row -> {
                    packages.put(
                            row.getString(1),
                            Permission.of(row.getBoolean("may_write")).text(format));
                });
        return packages;
    }

    @GetMapping("/~npm/-/org/{scope}/user")
    Map<String, String> members(@PathVariable String scope, Caller caller) {
        belongs(scope, caller);
        var members = new LinkedHashMap<String, String>();
        db.sql(
                        "select "
                                + NAME
                                + ", is_admin, scope.creator = user_id as is_owner"
                                + " from varve_read.member join varve_read.scope"
                                + " on scope.name = member.scope left join varve_vault.person"
                                + " on person.id = user_id where member.scope = ?"
                                + " order by member.created_at, user_id")
                .param(bare(scope))
                .query(row -> {
                    var role = row.getBoolean("is_admin") ? "admin" : "developer";
                    members.put(row.getString("name"), row.getBoolean("is_owner") ? "owner" : role);
                });
        return members;
    }

    private void exists(String scope, String team) {
        var one = "select exists (select from varve_read.team where (scope, team) = (?, ?))";
        if (!db.sql(one).params(bare(scope), team).query(Boolean.class).single()) {
            throw new Refused(new Refusal.TeamNotFound(bare(scope) + ":" + team));
        }
    }

    private void belongs(String scope, Caller caller) {
        var user = caller.person().uuid();
        boolean belongs =
                db.sql(BELONGS)
                        .params(bare(scope), user, bare(scope), user)
                        .query(Boolean.class)
                        .single();
        if (!belongs && !caller.isStaff()) {
            throw new Refused(new Refusal.NotScopeMember(bare(scope)));
        }
    }

    private static String bare(String scope) {
        return scope.startsWith("@") ? scope.substring(1) : scope;
    }
}
