package varve.query.team;

import java.util.LinkedHashMap;
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
import varve.contract.pkg.PackageRef;
import varve.query.Discretion;

/// `npm access list`: who may do what with a package, and with which packages somebody may do what.
@RestController
class CollaboratorsEndpoint {
    private static final String OF_PACKAGE =
            """
            select name, bool_or(may_write) as may_write from (
                select coalesce(person.login, person.name) as name,
                    role in ('admin', 'member') as may_write
                from varve_read.member join varve_vault.person on person.id = member.user_id
                where member.scope = :scope
                union all
                select coalesce(person.login, person.name), may_write
                from varve_read.team_package join varve_read.teammate using (scope, team)
                join varve_vault.person on person.id = teammate.user_id
                where package = :package) as collaborator
            where :user::text is null or name = :user
            group by name order by name
            """;
    private static final String OF_SCOPE =
            """
            select scope, name, true as may_write from varve_read.package
            where scope = ? and kind = 'npm' order by name limit 10000
            """;
    private static final String OF_PERSON =
            """
            select package.scope, package.name, role in ('admin', 'member') as may_write
            from varve_read.package
            join varve_read.member on member.scope = package.scope
            join varve_vault.person on person.id = member.user_id
            where package.kind = 'npm'
                and lower(coalesce(person.login, person.name)) = lower(?)
            order by package.scope, package.name limit 10000
            """;

    /// pnpm asks as npm does and wants to hear it in another form.
    private static final String PNPM = "pnpm/";

    /// @param permissions `read-only` or `read-write`
    record Collaborator(String user, String permissions) {}

    private final JdbcClient db;
    private final Discretion discretion;

    CollaboratorsEndpoint(JdbcClient db, Discretion discretion) {
        this.db = db;
        this.discretion = discretion;
    }

    @GetMapping("/~npm/-/package/@{scope}/{name}/collaborators")
    Object collaborators(
            @PathVariable String scope,
            @PathVariable String name,
            @RequestParam(required = false) @Nullable String user,
            @RequestParam(required = false) @Nullable String format,
            Caller caller) {
        caller.person();
        if (!caller.client().startsWith(PNPM)) {
            return people(scope, name, user, format);
        }
        return people(scope, name, user, null).entrySet().stream()
                .map(one -> new Collaborator(one.getKey(), one.getValue()))
                .toList();
    }

    private Map<String, String> people(
            String scope, String name, @Nullable String user, @Nullable String format) {
        var pkg = PackageRef.of(scope, name);
        var one = "select exists (select from varve_read.package where (scope, name) = (?, ?))";
        if (!db.sql(one).params(scope, name).query(Boolean.class).single()) {
            throw new Refused(new Refusal.PackageNotFound(pkg.text()));
        }
        var people = new LinkedHashMap<String, String>();
        db.sql(OF_PACKAGE)
                .param("scope", scope)
                .param("package", pkg.text())
                .param("user", user)
                .query(row -> {
                    people.put(
                            row.getString("name"),
                            Permission.of(row.getBoolean("may_write")).text(format));
                });
        return people;
    }

    /// Clients ask here first, also for people; 404 sends them on.
    @GetMapping("/~npm/-/org/{scope}/package")
    Map<String, String> ofScope(
            @PathVariable String scope,
            @RequestParam(required = false) @Nullable String format,
            Caller caller) {
        caller.person();
        var packages = packages(OF_SCOPE, scope.replaceFirst("^@", ""), format, caller);
        if (packages.isEmpty()) {
            throw new Refused(new Refusal.ScopeNotFound(scope));
        }
        return packages;
    }

    @GetMapping("/~npm/-/user/{name}/package")
    Map<String, String> ofPerson(
            @PathVariable String name,
            @RequestParam(required = false) @Nullable String format,
            Caller caller) {
        caller.person();
        return packages(OF_PERSON, name, format, caller);
    }

    private Map<String, String> packages(
            String sql, String whose, @Nullable String format, Caller caller) {
        var packages = new LinkedHashMap<String, String>();
        db.sql(sql)
                .param(whose)
                .query(row -> {
                    var pkg = PackageRef.of(row.getString("scope"), row.getString("name"));
                    if (discretion.mayKnow(pkg, caller)) {
                        packages.put(
                                pkg.text(),
                                Permission.of(row.getBoolean("may_write")).text(format));
                    }
                });
        return packages;
    }
}
