package varve.query.search;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.search.PackageEntry;
import varve.query.Page;

/// The search that works without the search server: names and scopes that begin with what was
/// typed.
@Component
public class NamePrefixes {
    private static final String FIND =
            """
            select *, count(*) over () as total,
                (extract(epoch from updated_at) * 1000)::bigint as millis
            from varve_read.package
            where name like :pattern or scope like :pattern
                or (scope like :scope and name like :name)
            order by name <> :typed, name, scope limit :size offset :offset
            """;

    private final JdbcClient db;

    NamePrefixes(JdbcClient db) {
        this.db = db;
    }

    Search.Found find(String words, Page page) {
        var parts = words.split("\\s+", 2);
        var total = new long[1];
        var hits =
                db.sql(FIND)
                        .param("typed", words)
                        .param("pattern", prefix(words))
                        .param("scope", prefix(parts[0]))
                        .param("name", prefix(parts.length > 1 ? parts[1] : words))
                        .param("size", page.size())
                        .param("offset", page.offset())
                        .query((row, _) -> {
                            total[0] = row.getLong("total");
                            return new PackageEntry(
                                    row.getString("scope"),
                                    row.getString("name"),
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
