package varve.query.npm;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import varve.contract.Caller;
import varve.contract.NpmRefusal;

/// `npm stage list` and `view`: what waits for the approval of whoever asks.
@RestController
class StagesEndpoint {
    private static final int LARGEST_PAGE = 100;

    /// Of scopes that the asker publishes to, as a member or in a team.
    private static final String MINE =
            """
            from varve_read.stage where status = 'pending' and (
                exists (select from varve_read.member where member.scope = stage.scope
                    and member.user_id = :user and member.role in ('admin', 'member'))
                or exists (select from varve_read.team_package
                    join varve_read.teammate using (scope, team)
                    where team_package.package = stage.package and team_package.may_write
                        and teammate.user_id = :user))
            """;

    private final JdbcClient db;

    StagesEndpoint(JdbcClient db) {
        this.db = db;
    }

    /// @param actorType `user` or `ci`
    record Item(
            String id,
            String packageName,
            String version,
            String tag,
            Instant createdAt,
            String actor,
            String actorType,
            String shasum,
            String status) {
        static Item of(ResultSet row) throws SQLException {
            return new Item(
                    row.getString("id"),
                    row.getString("package"),
                    row.getString("version"),
                    row.getString("tag"),
                    row.getTimestamp("created_at").toInstant(),
                    row.getString("called"),
                    row.getString("actor").startsWith("ci:") ? "ci" : "user",
                    row.getString("shasum"),
                    row.getString("status"));
        }
    }

    record Items(List<Item> items, int total) {}

    @GetMapping("/~npm/-/stage")
    Items all(
            @RequestParam(name = "package", defaultValue = "") String pkg,
            @RequestParam(defaultValue = "100") int perPage,
            @RequestParam(defaultValue = "0") int page,
            Caller caller) {
        var user = caller.unrestricted().uuid();
        int size = Math.clamp(perPage, 1, LARGEST_PAGE);
        var wanted = MINE + " and (:pkg = '' or package = :pkg)";
        var items =
                db.sql(named(wanted) + " order by created_at, id limit :size offset :from")
                        .param("user", user)
                        .param("pkg", pkg)
                        .param("size", size)
                        .param("from", (long) Math.max(0, page) * size)
                        .query((row, _) -> Item.of(row))
                        .list();
        int total =
                db.sql("select count(*) " + wanted)
                        .param("user", user)
                        .param("pkg", pkg)
                        .query(Integer.class)
                        .single();
        return new Items(items, total);
    }

    @GetMapping("/~npm/-/stage/{id}")
    Item one(@PathVariable String id, Caller caller) {
        var user = caller.unrestricted().uuid();
        return uuid(id).flatMap(stage ->
                        db.sql(named(MINE + " and id = :id"))
                                .param("user", user)
                                .param("id", stage)
                                .query((row, _) -> Item.of(row))
                                .optional())
                .orElseThrow(() -> new NpmRefusal.StageNotFound(id).refused());
    }

    private static String named(String from) {
        return """
        select stage.*, coalesce((select coalesce(login, name) from varve_vault.person
            where actor like 'user:%' and person.id::text = split_part(actor, ':', 2)), actor)
            as called
        """
                + from;
    }

    private static Optional<UUID> uuid(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
