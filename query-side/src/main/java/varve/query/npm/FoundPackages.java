package varve.query.npm;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.PublicAddresses;
import varve.contract.pkg.Kind;
import varve.contract.pkg.PackageRef;
import varve.contract.search.PackageEntry;
import varve.query.Audience;
import varve.query.Rows;

/// Packages as `npm search` shows them.
@Component
class FoundPackages {
    private static final String LISTED =
            """
            select package.*, wanted.place, array(
                select coalesce(person.name, 'erased') from varve_read.member
                left join varve_vault.person on person.id = member.user_id
                where member.scope = package.scope and role in ('admin', 'member') order by member.created_at, member.user_id
                limit 20) as maintainers
            from varve_read.package
            join unnest(?::text[], ?::text[]) with ordinality as wanted(scope, name, place)
                using (scope, name)
            where latest is not null and not hidden
            order by place
            """;

    private static final String CHANGED =
            """
            select scope, name, kind, description, latest, version_count,
                (extract(epoch from updated_at) * 1000)::bigint as millis
            from varve_read.package
            where latest is not null and not hidden and not archived and moved_to is null
                and updated_at >= to_timestamp(:since / 1000.0) %s
            order by updated_at, scope, name limit :most
            """;

    /// @param username what somebody is called who publishes for the scope
    record Person(String username, String email) {}

    /// @param scope without the `@`; `unscoped` for packages without one, as npm has it
    /// @param date of the last change
    record FoundPackage(
            String name,
            String scope,
            @Nullable String version,
            String description,
            List<String> keywords,
            Instant date,
            Map<String, String> links,
            Person publisher,
            List<Person> maintainers) {}

    private final JdbcClient db;
    private final PublicAddresses addresses;

    FoundPackages(JdbcClient db, PublicAddresses addresses) {
        this.db = db;
        this.addresses = addresses;
    }

    /// These packages in this order; those without a version to install are left out.
    List<FoundPackage> of(List<PackageEntry> entries) {
        var scopes = entries.stream().map(PackageEntry::scope).toArray(String[]::new);
        var names = entries.stream().map(PackageEntry::name).toArray(String[]::new);
        return db.sql(LISTED)
                .params(scopes, names)
                .query((row, _) -> found(row, entries.get(row.getInt("place") - 1)))
                .list();
    }

    /// Those that changed at a moment or after it, in the order of their last changes.
    ///
    /// @param since milliseconds since 1970
    List<FoundPackage> changedSince(long since, int most, Audience audience) {
        var asked = audience.bind(db.sql(CHANGED.formatted(audience.condition("package"))));
        return of(
                asked
                        .param("since", since)
                        .param("most", most)
                        .query((row, _) ->
                                PackageEntry.plain(
                                        row.getString("scope"),
                                        row.getString("name"),
                                        row.getString("kind"),
                                        row.getString("description"),
                                        row.getString("latest"),
                                        row.getInt("version_count"),
                                        row.getLong("millis")))
                        .list()
                        .stream()
                        .filter(entry -> audience.knows(entry.scope(), entry.name()))
                        .toList());
    }

    private FoundPackage found(ResultSet row, PackageEntry entry) throws SQLException {
        var ref = PackageRef.of(row.getString("scope"), row.getString("name"));
        var kind = Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT));
        var name = ref.npmName(kind);
        var people =
                Stream.of((String[]) row.getArray("maintainers").getArray())
                        .map(person -> new Person(person, ""))
                        .toList();
        return new FoundPackage(
                name,
                name.startsWith("@") ? name.substring(1, name.indexOf('/')) : "unscoped",
                row.getString("latest"),
                row.getString("description"),
                entry.words().keywords(),
                Rows.moment(row, "updated_at"),
                Map.of("npm", page(ref)),
                people.isEmpty() ? new Person("", "") : people.getFirst(),
                people);
    }

    private String page(PackageRef ref) {
        var path = "/@" + ref.scope().text() + "/" + ref.name().text();
        return addresses.registry().resolve(path).toString();
    }
}
