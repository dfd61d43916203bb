package varve.query.pages.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import varve.contract.Caller;
import varve.contract.account.UserId;
import varve.query.Page;
import varve.query.Round;
import varve.query.Rows;
import varve.query.audit.Rights;

/// What of the past is no secret: who belongs to a scope, and what was done to its packages since
/// it was founded last. What the registry did on behalf of somebody is told of them.
@Component
class Happenings {
    private static final List<String> TOLD =
            List.of(
                    "scope.created",
                    "scope.described",
                    "scope.member-joined",
                    "scope.member-left",
                    "scope.role-changed",
                    "package.created",
                    "package.npm-created",
                    "package.described",
                    "package.tag-set",
                    "package.tag-removed",
                    "version.published",
                    "version.npm-published",
                    "version.yanked",
                    "version.unyanked",
                    "version.deprecated",
                    "version.undeprecated",
                    "version.tombstoned");

    private static final String WHERE =
            """
            where fact.event = any(:told)
                and (:scope::text is null or fact.scope = :scope)
                and (:package::text is null or fact.package = :package)
                and (:all or fact.position > coalesce((select max(position)
                    from varve_read.audit as gone
                    where gone.scope = :scope and gone.event = 'scope.deleted'), 0))
                and (:all
                    or exists (select from varve_read.member
                        where member.scope = fact.scope and user_id = :viewer)
                    or fact.package is null or fact.package not in (
                    select name from varve_tlog.hidden))
            """;

    private static final String COUNT = "select count(*) from varve_read.audit fact " + WHERE;

    private static final String FOUND =
            """
            select fact.position, fact.at, fact.event, fact.payload::text as payload_text,
                fact.scope, coalesce(cause.actor, fact.actor) as actor,
                coalesce(cause.position, fact.position) as decided,
                person.name as who, other.name as whom
            from varve_read.audit fact
            left join lateral (
                select actor, position from varve_read.audit
                where fact.actor like 'registry:%' and correlation = fact.correlation
                    and actor not like 'registry:%'
                order by position limit 1) cause on true
            left join varve_vault.person on person.id = case
                when coalesce(cause.actor, fact.actor) ~ '^(user|staff):'
                then split_part(coalesce(cause.actor, fact.actor), ':', 2)::uuid end
            left join varve_vault.person other on other.id = (fact.payload->>'user')::uuid
            """
                    + WHERE
                    + "order by fact.position desc limit :most offset :skipped";

    private static final String HIDDEN =
            """
            select exists (select from varve_tlog.hidden where name = any(:names))
                and not exists (select from varve_read.member
                    where scope = :scope and user_id = :viewer)
            """;
    private static final UUID NOBODY = new UUID(0, 0);

    /// What happened, with what its right is found by.
    private record Entry(Happening happening, String actor, @Nullable String scope, long decided) {
        Happening told(Rights.Lookup lookup) {
            return happening.by(lookup.of(actor, scope, decided).orElse(null));
        }
    }

    private final JdbcClient db;
    private final JsonMapper json;
    private final Rights rights;

    Happenings(JdbcClient db, JsonMapper json, Rights rights) {
        this.db = db;
        this.json = json;
        this.rights = rights;
    }

    /// Newest first.
    ///
    /// @param pkg absent for all that happened in the scope
    /// @param caller who sees more of a scope that they belong to
    Page.Items<Happening> of(String scope, @Nullable String pkg, Caller caller, Page page) {
        return Round.of(
                () ->
                        asked(FOUND, scope, pkg, caller)
                                .param("most", page.size())
                                .param("skipped", page.offset())
                                .query((row, _) -> entry(row))
                                .list(),
                () -> asked(COUNT, scope, pkg, caller).query(Long.class).single(),
                () -> rights.lookup(scope),
                (entries, total, lookup) ->
                        new Page.Items<>(
                                entries.stream().map(entry -> entry.told(lookup)).toList(), total));
    }

    /// Whether only members may know of one of these names, and the caller is none.
    ///
    /// @param names of a scope with its `@`, or of a package
    boolean isHidden(String scope, List<String> names, Caller caller) {
        return !caller.isStaff()
                && db.sql(HIDDEN)
                        .param("names", names.toArray(String[]::new))
                        .param("scope", scope)
                        .param("viewer", viewer(caller))
                        .query(Boolean.class)
                        .single();
    }

    private static UUID viewer(Caller caller) {
        return caller.user().map(UserId::uuid).orElse(NOBODY);
    }

    private JdbcClient.StatementSpec asked(
            String sql, String scope, @Nullable String pkg, Caller caller) {
        return db.sql(sql)
                .param("told", TOLD.toArray(String[]::new))
                .param("scope", scope)
                .param("package", pkg)
                .param("all", caller.isStaff())
                .param("viewer", viewer(caller));
    }

    private Entry entry(ResultSet row) throws SQLException {
        var actor = row.getString("actor");
        var happening =
                new Happening(
                        row.getLong("position"),
                        Rows.moment(row, "at"),
                        row.getString("event"),
                        json.readTree(row.getString("payload_text")),
                        actor.startsWith("registry:"),
                        row.getString("who"),
                        row.getString("whom"),
                        null);
        return new Entry(happening, actor, row.getString("scope"), row.getLong("decided"));
    }
}
