package varve.query.pkg;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.Caller;
import varve.contract.account.UserId;
import varve.contract.pkg.PackageRef;
import varve.contract.scope.ScopeName;
import varve.query.Audience;
import varve.query.Page;
import varve.query.Rows;
import varve.query.Sorting;

/// `varve_read.package`, for all who answer from it.
@Component
public class Packages {
    private static final String ONE =
            "select * from varve_read.package where (scope, name) = (?, ?)";
    private static final String OF_SCOPE =
            """
            select *, count(*) over () as total from varve_read.package
            where scope = :scope and (not archived or :archived)
                and (not package.private or :hidden) %s
            order by archived, name limit :size offset :offset
            """;
    private static final String SEEN =
            """
            select package.*, count(*) over () as total from varve_read.package
            where scope = :scope and (:all or not (archived or private)
                or exists (select from varve_read.member
                    where member.scope = package.scope and user_id = :viewer)) %s
            order by archived, name limit :size offset :offset
            """;
    private static final UUID NOBODY = new UUID(0, 0);
    private static final String LATEST =
            """
            select coalesce(latest, newest) as latest, package.*
            from varve_read.package
            left join lateral (
                select version as newest from (
                    select version, created_at from varve_read.version
                    where version.scope = package.scope and version.name = package.name
                    union all
                    select version, created_at from varve_read.npm_version as npm
                    where npm.scope = package.scope and npm.name = package.name
                        and not tombstoned) as release
                order by created_at desc limit 1) as release on latest is null
            where coalesce(latest, newest) is not null
                and not archived and not hidden and moved_to is null %s
            order by updated_at desc, scope, name limit :size
            """;
    private static final String LISTED =
            """
            select package.* from varve_read.package
            join unnest(?::text[], ?::text[]) with ordinality as wanted(scope, name, place)
                using (scope, name)
            where not hidden
            order by place
            """;
    private static final String DEPENDENTS =
            """
            select count(distinct (scope, name)) from varve_read.dependency
            join varve_read.package using (scope, name)
            where registry = 'jsr' and dependency = ? and not hidden
            """;
    private static final String DEPENDENCIES =
            """
            select count(distinct (registry, dependency)) from varve_read.dependency
            where (scope, name, version) = (?, ?, ?)
            """;

    private static final Sorting SORTING =
            new Sorting(
                    Map.of(
                            "scope", "scope",
                            "name", "name",
                            "createdAt", "created_at",
                            "updatedAt", "updated_at"),
                    "scope, name");
    private static final String ALL =
            """
            select *, count(*) over () as total from varve_read.package
            where '@' || scope || '/' || name like :pattern
            """;

    private final JdbcClient db;
    private final Scores scores;

    Packages(JdbcClient db, Scores scores) {
        this.db = db;
        this.scores = scores;
    }

    public Optional<PackageView> one(PackageRef ref) {
        return db.sql(ONE)
                .params(ref.scope().text(), ref.name().text())
                .query((row, _) -> PackageView.of(row))
                .optional()
                .map(view -> view.with(dependencies(ref, view), dependents(ref), score(ref, view)));
    }

    /// Which packages of a scope somebody sees besides the ordinary ones.
    ///
    /// @param archived come last
    /// @param hidden private ones
    public record Shown(boolean archived, boolean hidden) {
        public static final Shown TO_ALL = new Shown(false, false);
    }

    /// The packages of a scope that somebody may see; members see all.
    public Page.Items<PackageView> seenBy(
            Caller caller, Audience audience, ScopeName scope, Page page) {
        return Page.items(
                asked(SEEN, audience)
                        .param("scope", scope.text())
                        .param("all", caller.isStaff())
                        .param("viewer", caller.user().map(UserId::uuid).orElse(NOBODY))
                        .param("size", page.size())
                        .param("offset", page.offset()),
                (row, _) -> PackageView.of(row));
    }

    public Page.Items<PackageView> of(ScopeName scope, Shown shown, Audience audience, Page page) {
        return Page.items(
                asked(OF_SCOPE, audience)
                        .param("scope", scope.text())
                        .param("archived", shown.archived())
                        .param("hidden", shown.hidden())
                        .param("size", page.size())
                        .param("offset", page.offset()),
                (row, _) -> PackageView.of(row));
    }

    /// All of them, archived and private ones too.
    ///
    /// @param query part of `@scope/name`
    public Page.Items<PackageView> all(String query, String sortBy, Page page) {
        return Page.items(
                db.sql(ALL + " order by " + SORTING.by(sortBy) + " limit :size offset :offset")
                        .param("pattern", Rows.containing(query))
                        .param("size", page.size())
                        .param("offset", page.offset()),
                (row, _) -> PackageView.of(row));
    }

    /// Those that changed last, with their newest version where none is stable.
    public List<PackageView> latest(int most, Audience audience) {
        return asked(LATEST, audience)
                .param("size", most)
                .query((row, _) -> PackageView.of(row))
                .list();
    }

    private JdbcClient.StatementSpec asked(String sql, Audience audience) {
        return audience.bind(db.sql(sql.formatted(audience.condition("package"))));
    }

    /// These packages in this order; those that are no more are left out.
    public List<PackageView> listed(List<PackageRef> refs) {
        var scopes = refs.stream().map(ref -> ref.scope().text()).toArray(String[]::new);
        var names = refs.stream().map(ref -> ref.name().text()).toArray(String[]::new);
        return db.sql(LISTED).params(scopes, names).query((row, _) -> PackageView.of(row)).list();
    }

    private int dependents(PackageRef ref) {
        return db.sql(DEPENDENTS).param(ref.text()).query(Integer.class).single();
    }

    private @Nullable Integer score(PackageRef ref, PackageView view) {
        return view.latestVersion() == null ? null : (Integer) scores.of(ref).percent();
    }

    private int dependencies(PackageRef ref, PackageView view) {
        var latest = view.latestVersion();
        return latest == null
                ? 0
                : db.sql(DEPENDENCIES)
                        .params(ref.scope().text(), ref.name().text(), latest)
                        .query(Integer.class)
                        .single();
    }
}
