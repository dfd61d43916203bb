package varve.query.npm;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.pkg.Kind;
import varve.contract.pkg.PackageRef;
import varve.contract.pkg.Revision;
import varve.query.Audience;

/// What happened to the packages of the npm host, by the log's positions: of each the last that
/// happened to it in a part of the log, and whether it is still there. Of what is gone nobody knows
/// any more who might know of it, so what was ever private is not told of.
@Component
class PackageChanges {
    private static final int AT_ONCE = 1_000;
    private static final int ROUNDS = 20;

    private static final String HAPPENED =
            """
            select happened.position, happened.scope, happened.name, package.revision,
                coalesce(package.kind, (select case event when 'package.created' then 'source'
                        else 'npm' end from varve_read.audit as created
                    where created.package = happened.package and created.scope = happened.scope
                        and event in ('package.created', 'package.npm-created')
                    order by created.position desc limit 1), 'npm') as kind,
                package.name is null as gone, coalesce(package.version_count, 0) as versions,
                package.name is null and exists (select from varve_read.audit as closed
                    where (closed.scope = happened.scope and event = 'scope.visibility-set')
                        or (closed.package = happened.package
                            and event = 'package.visibility-set')) as untold
            from (select position, scope, package,
                    case when scope like '~%' then package
                        else substr(package, length(scope) + 3) end as name
                from varve_read.audit
                where position > :since and package is not null and scope is not null
                    and event not in ('version.publish-requested', 'version.publish-refused',
                        'version.appraised')
                order by position limit :most) as happened
            left join varve_read.package using (scope, name)
            order by happened.position
            """;
    private static final String HEAD = "select coalesce(max(position), 0) from varve_read.audit";

    record Rev(String rev) {}

    /// @param seq position in the log
    /// @param id the name by which npm clients know it
    /// @param deleted absent for what is there
    record Change(
            long seq,
            String id,
            List<Rev> changes,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean deleted) {}

    /// @param last where to go on
    record Part(List<Change> results, @JsonProperty("last_seq") long last) {}

    private record Row(
            PackageRef pkg,
            long position,
            Kind kind,
            long revision,
            boolean gone,
            boolean untold,
            int versions) {
        /// A package of sources comes to this host with its first version.
        boolean isTold() {
            return gone ? !untold : kind == Kind.NPM || versions > 0;
        }

        Change change() {
            boolean deleted = gone || versions == 0;
            var rev = new Revision(pkg, gone || revision == 0 ? position : revision).text();
            return new Change(
                    position, pkg.npmName(kind), List.of(new Rev(rev)), deleted ? true : null);
        }
    }

    private final JdbcClient db;

    PackageChanges(JdbcClient db) {
        this.db = db;
    }

    long head() {
        return db.sql(HEAD).query(Long.class).single();
    }

    /// @param since position after which to begin
    /// @param most changes
    Part after(long since, int most, Audience audience) {
        long head = head();
        long last = since;
        var found = new LinkedHashMap<String, Change>();
        for (int round = 0; round < ROUNDS && found.isEmpty() && last < head; round++) {
            var rows = rows(last, Math.min(most, AT_ONCE));
            for (var row : rows) {
                last = row.position();
                if (row.isTold()
                        && audience.knows(row.pkg().scope().text(), row.pkg().name().text())) {
                    var change = row.change();
                    found.remove(change.id());
                    found.put(change.id(), change);
                }
            }
            if (rows.size() < Math.min(most, AT_ONCE)) {
                last = Math.max(last, head);
            }
        }
        return new Part(List.copyOf(found.values()), last);
    }

    private List<Row> rows(long since, int most) {
        return db.sql(HAPPENED)
                .param("since", since)
                .param("most", most)
                .query((row, _) -> row(row))
                .list();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                PackageRef.of(row.getString("scope"), row.getString("name")),
                row.getLong("position"),
                Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getLong("revision"),
                row.getBoolean("gone"),
                row.getBoolean("untold"),
                row.getInt("versions"));
    }
}
