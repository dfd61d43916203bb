package varve.projections.search;

import co.elastic.clients.elasticsearch._types.mapping.Property;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import varve.contract.ReadBack;
import varve.contract.modules.ModuleEvent;
import varve.contract.search.ModuleEntry;
import varve.eventlog.Fact;
import varve.eventlog.Projection;

/// The index of listed modules in Elasticsearch. Written from the tables, so it lets them go first.
public final class ModuleIndex implements Projection {
    private static final Duration TABLES_FIRST = Duration.ofSeconds(5);

    /// How many entries are sent at once.
    private static final int HANDFUL = 500;

    private static final String ROW =
            """
            select name, description, stars,
                (extract(epoch from created_at) * 1000)::bigint as created_at
            from varve_read.module where name = ? and not unlisted
            """;
    private static final String ALL =
            "select name from varve_read.module where name > ? order by name limit ?";

    private final SearchIndex index;
    private final JdbcClient db;
    private final ReadBack tables;
    private final Set<String> outdated = new LinkedHashSet<>();
    private long position;

    /// @param prefix put before the index's name, so that registries can share a search server
    public ModuleIndex(SearchServer server, String prefix, JdbcClient db, ReadBack tables) {
        this.index = new SearchIndex(server, prefix + ModuleEntry.INDEX, properties());
        this.db = db;
        this.tables = tables;
    }

    @Override
    public String name() {
        return "module-search";
    }

    @Override
    public void on(Fact fact) {
        position = fact.position();
        if (fact.event() instanceof ModuleEvent event) {
            outdated.add(event.module().text());
        }
    }

    @Override
    public void beforeCommit() {
        try {
            if (!outdated.isEmpty()) {
                bring();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("search index " + index.name(), e);
        } finally {
            outdated.clear();
        }
    }

    @Override
    public void rolledBack() {
        outdated.clear();
    }

    @Override
    public boolean transientTrouble(Throwable trouble) {
        return Projection.super.transientTrouble(trouble) || SearchIndex.isTransient(trouble);
    }

    @Override
    public void reset() {
        index.remove();
    }

    private void bring() throws IOException {
        if (!tables.await(position, TABLES_FIRST)) {
            throw new IOException("the tables are not at " + position + " yet");
        }
        index.prepare(this::fill);
        send(outdated);
    }

    /// An index that is new gets what there is already.
    private void fill() throws IOException {
        var some = after("");
        while (!some.isEmpty()) {
            send(some);
            some = after(some.getLast());
        }
    }

    private List<String> after(String name) {
        return db.sql(ALL).params(name, HANDFUL).query((row, _) -> row.getString("name")).list();
    }

    /// What is unlisted or gone is taken out.
    private void send(Collection<String> modules) throws IOException {
        index.send(modules.stream().map(module -> index.brought(module, entry(module))).toList());
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
