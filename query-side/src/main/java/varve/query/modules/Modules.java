package varve.query.modules;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.contract.modules.BuildId;
import varve.contract.modules.ModuleName;
import varve.query.Round;
import varve.query.search.ModuleSearch;

/// `varve_read.module` and `varve_read.build`, for all who answer from them. Lists show listed
/// modules only; who asks for one by name gets it.
@Component
public class Modules {
    private static final String LISTED = " from varve_read.module where not unlisted ";
    private static final int RECENT = 10;

    private static final String RECENT_VERSIONS =
            """
            select build.module as name, build.version, build.created_at
            from varve_read.build join varve_read.module on module.name = build.module
            where published is not null and not unlisted
            order by published desc limit ?
            """;

    /// @param total how many there are where no part was asked for
    public record Found(List<ModuleView> modules, long total) {}

    /// A version that was just published.
    record Recent(String name, String version, @JsonProperty("created_at") String createdAt) {}

    private final JdbcClient db;
    private final ModuleSearch search;

    Modules(JdbcClient db, ModuleSearch search) {
        this.db = db;
        this.search = search;
    }

    List<String> names() {
        return db.sql("select name" + LISTED + "order by name")
                .query((row, _) -> row.getString("name"))
                .list();
    }

    public Optional<ModuleView> one(ModuleName name) {
        return db.sql("select * from varve_read.module where name = ?")
                .param(name.text())
                .query((row, _) -> ModuleView.of(row))
                .optional();
    }

    public Optional<BuildView> build(BuildId id) {
        return db.sql("select * from varve_read.build where id = ?")
                .param(id.text())
                .query((row, _) -> BuildView.of(row))
                .optional();
    }

    long count() {
        return db.sql("select count(*)" + LISTED).query(Long.class).single();
    }

    long versions() {
        return db.sql("select count(*) from varve_read.build where published is not null")
                .query(Long.class)
                .single();
    }

    List<ModuleView> newest() {
        return db.sql("select *" + LISTED + "order by created_at desc, name limit ?")
                .param(RECENT)
                .query((row, _) -> ModuleView.dated(row))
                .list();
    }

    List<Recent> recent() {
        return db.sql(RECENT_VERSIONS)
                .param(RECENT)
                .query((row, _) ->
                        new Recent(
                                row.getString("name"),
                                row.getString("version"),
                                JsMoment.of(row, "created_at")))
                .list();
    }

    /// Listed modules, page by page.
    ///
    /// @param typed empty for all, those with most stars first
    public Found listed(String typed, int page, int size) {
        return find(
                typed.isEmpty()
                        ? new ModuleQuery(size, page, null, "stars")
                        : new ModuleQuery(size, page, typed, "search_order"));
    }

    Found find(ModuleQuery wanted) {
        var query = wanted.query();
        return query == null
                ? part(wanted)
                : searched(query, wanted).orElseGet(() -> like(Likeness.to(query), wanted));
    }

    private Optional<Found> searched(String query, ModuleQuery wanted) {
        return search.find(query, wanted.offset(), wanted.limit())
                .map(found ->
                        new Found(
                                found.hits().stream().map(ModuleView::found).toList(),
                                found.total()));
    }

    private Found part(ModuleQuery wanted) {
        var order =
                switch (wanted.sort()) {
                    case "newest" -> "created_at desc, name";
                    case "oldest" -> "created_at, name";
                    case "random" -> "random()";
                    default -> "stars desc, name";
                };
        var all = "select *" + LISTED + "order by " + order + " limit ? offset ?";
        return Round.of(
                () ->
                        db.sql(all)
                                .params(wanted.limit(), wanted.offset())
                                .query((row, _) -> ModuleView.of(row))
                                .list(),
                this::count,
                Found::new);
    }

    /// Without the search server, looks at every listed module: there are thousands at most, and
    /// each is one line.
    private Found like(Likeness likeness, ModuleQuery wanted) {
        var alike = new ArrayList<ModuleView>();
        db.sql("select *" + LISTED)
                .query(row -> {
                    var module = ModuleView.of(row);
                    double score = likeness.of(module.name(), module.description());
                    if (score > 0) {
                        alike.add(module.scored(score));
                    }
                });
        alike.sort(
                Comparator.comparing(
                                ModuleView::searchScore,
                                Comparator.nullsFirst(Comparator.<Double>naturalOrder()))
                        .reversed()
                        .thenComparing(ModuleView::starCount, Comparator.reverseOrder())
                        .thenComparing(ModuleView::name));
        var part = alike.stream().skip(wanted.offset()).limit(wanted.limit()).toList();
        return new Found(part, alike.size());
    }
}
