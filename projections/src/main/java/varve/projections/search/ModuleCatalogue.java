package varve.projections.search;

import co.elastic.clients.elasticsearch._types.mapping.Property;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import varve.contract.Event;
import varve.contract.modules.ModuleEvent;
import varve.contract.search.ModuleEntry;

/// Listed modules, by name.
record ModuleCatalogue(JdbcClient db) implements Catalogue<String> {
    private static final String ROW =
            """
            select name, description, stars,
                (extract(epoch from created_at) * 1000)::bigint as created_at
            from varve_read.module where name = ? and not unlisted
            """;
    private static final String ALL =
            "select name from varve_read.module where name > ? order by name limit ?";

    @Override
    public String index() {
        return ModuleEntry.INDEX;
    }

    @Override
    public Stream<String> touchedBy(Event event) {
        return event instanceof ModuleEvent about
                ? Stream.of(about.module().text())
                : Stream.empty();
    }

    /// What is unlisted or gone is taken out.
    @Override
    public Stream<BulkOperation> brought(String module, SearchIndex index) {
        return Stream.of(index.whole(module, entry(module)));
    }

    @Override
    public List<String> after(@Nullable String last, int most) {
        return db.sql(ALL)
                .params(last == null ? "" : last, most)
                .query((row, _) -> row.getString("name"))
                .list();
    }

    private @Nullable ModuleEntry entry(String module) {
        return db.sql(ROW)
                .param(module)
                .query((row, _) ->
                        new ModuleEntry(
                                row.getString("name"),
                                row.getString("description"),
                                row.getLong("stars"),
                                row.getLong("created_at")))
                .optional()
                .orElse(null);
    }

    @Override
    public Map<String, Property> properties() {
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
