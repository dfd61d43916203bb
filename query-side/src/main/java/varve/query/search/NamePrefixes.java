package varve.query.search;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.pkg.NameFilter;
import varve.contract.search.PackageEntry;
import varve.query.Audience;

/// The search that works without the search server: names and scopes that begin with what was
/// typed.
@Component
public class NamePrefixes {
    private static final String FIND =
            """
            select *, count(*) over () as total,
                (extract(epoch from updated_at) * 1000)::bigint as millis
            from varve_read.package
            where not hidden and not archived and moved_to is null
                and (lower(name) like :pattern or lower(scope) like :pattern
                    or (lower(scope) like :scope and lower(name) like :name))
                and (cardinality(:scopes::text[]) = 0 or lower(scope) = any (:scopes))
                and (cardinality(:kinds::text[]) = 0 or kind = any (:kinds))
                and (version_count > 0 or not :published)
                and (latest is not null or not :stable)
                %s
            order by lower(name) <> :typed, name, scope limit :size offset :offset
            """;

    private final JdbcClient db;

    public NamePrefixes(JdbcClient db) {
        this.db = db;
    }

    Search.Found find(Question question, Search.Among among, NameFilter shown, int from, int size) {
        var words = question.text();
        var parts = words.split("\\s+", 2);
        var total = new long[1];
        var asked = new Audience(shown, _ -> true);
        var hits =
                asked.bind(db.sql(FIND.formatted(asked.condition("package"))))
                        .param("typed", words)
                        .param("pattern", prefix(words))
                        .param("scope", prefix(parts[0]))
                        .param("name", prefix(parts.length > 1 ? parts[1] : words))
                        .param("scopes", question.any("scope").toArray(String[]::new))
                        .param("kinds", question.any("kind").toArray(String[]::new))
                        .param("published", among != Search.Among.ALL)
                        .param("stable", among == Search.Among.STABLE)
                        .param("size", size)
                        .param("offset", from)
                        .query((row, _) -> {
                            total[0] = row.getLong("total");
                            return PackageEntry.plain(
                                    row.getString("scope"),
                                    row.getString("name"),
                                    row.getString("kind"),
                                    row.getString("description"),
                                    row.getString("latest"),
                                    row.getInt("version_count"),
                                    row.getLong("millis"));
                        })
                        .list();
        return new Search.Found(hits, total[0], true);
    }

    private static String prefix(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
