package varve.projections.search;

import co.elastic.clients.elasticsearch._types.mapping.Property;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import varve.contract.ReadBack;
import varve.contract.modules.ModuleEvent;
import varve.contract.search.ModuleEntry;
import varve.eventlog.Fact;
import varve.eventlog.Projection;

/// The index of listed modules in Elasticsearch. Written from the tables, so it lets them go first.
public final class ModuleIndex implements Projection {
    private static final String ROW =
            """
            select name, description, stars,
                (extract(epoch from created_at) * 1000)::bigint as created_at
            from varve_read.module where name = ? and not unlisted
            """;
    private static final String ALL =
            "select name from varve_read.module where name > ? order by name limit ?";

    private final TableIndex<String> index;
    private long position;

    /// What the tables say of modules. One that is unlisted or gone is not found.
    private record Modules(JdbcClient db) implements TableIndex.Source<String> {
        @Override
        public String id(String module) {
            return module;
        }

        @Override
        public Optional<ModuleEntry> entry(String module) {
            return db.sql(ROW)
                    .param(module)
                    .query((row, _) ->
                            new ModuleEntry(
                                    row.getString("name"),
                                    row.getString("description"),
                                    row.getLong("stars"),
                                    row.getLong("created_at")))
                    .optional();
        }

        @Override
        public List<String> after(@Nullable String last, int most) {
            return db.sql(ALL)
                    .params(last == null ? "" : last, most)
                    .query((row, _) -> row.getString("name"))
                    .list();
        }
    }

    /// @param prefix put before the index's name, so that registries can share a search server
    public ModuleIndex(SearchServer server, String prefix, JdbcClient db, ReadBack tables) {
        var empty = new SearchIndex(server, prefix + ModuleEntry.INDEX, properties());
        this.index = new TableIndex<>(empty, new Modules(db), tables);
    }

    @Override
    public String name() {
        return "module-search";
    }

    @Override
    public void on(Fact fact) {
        position = fact.position();
        if (fact.event() instanceof ModuleEvent event) {
            index.changed(event.module().text());
        }
    }

    @Override
    public void beforeCommit() {
        index.write(position, false, List::of);
    }

    @Override
    public void rolledBack() {
        index.forget();
    }

    @Override
    public boolean transientTrouble(Throwable trouble) {
        return Projection.super.transientTrouble(trouble) || SearchIndex.isTransient(trouble);
    }

    @Override
    public void reset() {
        index.remove();
    }

    private static Map<String, Property> properties() {
        return Map.of(
                "name",
                Property.of(p ->
                        p.text(t ->
                                t.analyzer("simple")
                                        .indexPrefixes(x -> x.minChars(1).maxChars(15))
                                        .fields("exact", f -> f.keyword(k -> k)))),
                "description",
                Property.of(p -> p.text(t -> t)),
                "stars",
                Property.of(p -> p.long_(l -> l)),
                "createdAt",
                Property.of(p -> p.long_(l -> l)));
    }
}
