package varve.query.modules;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.modules.OwnerTerms;
import varve.query.Page;
import varve.query.Rows;

/// What staff settled about modules.
@Component
public class Moderation {
    private static final String ALL =
            """
            select module.name, module.owner, module.repository, module.unlisted,
                max_modules, max_total_size, coalesce(blocked, false) as blocked,
                count(*) over () as total
            from varve_read.module
            left join varve_read.owner_terms on owner_terms.owner = lower(module.owner)
            where module.name like :pattern or module.owner ilike :pattern
            order by module.name limit :size offset :offset
            """;

    private final JdbcClient db;

    Moderation(JdbcClient db) {
        this.db = db;
    }

    /// All modules, unlisted ones too.
    ///
    /// @param query part of a name or of an owner
    public Page.Items<ModerationView> all(String query, Page page) {
        return Page.items(
                db.sql(ALL)
                        .param("pattern", Rows.containing(query))
                        .param("size", page.size())
                        .param("offset", page.offset()),
                (row, _) ->
                        new ModerationView(
                                row.getString("name"),
                                row.getString("owner"),
                                row.getString("repository"),
                                row.getBoolean("unlisted"),
                                terms(row)));
    }

    /// Words that no module's name may contain.
    public List<String> words() {
        return db.sql("select word from varve_read.forbidden_word order by place")
                .query((row, _) -> row.getString("word"))
                .list();
    }

    private static OwnerTerms terms(ResultSet row) throws SQLException {
        return new OwnerTerms(
                row.getObject("max_modules", Integer.class),
                row.getObject("max_total_size", Long.class),
                row.getBoolean("blocked"));
    }
}
