package varve.projections.search;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.mapping.DynamicMapping;
import co.elastic.clients.elasticsearch._types.mapping.Property;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import varve.contract.ReadBack;
import varve.contract.modules.ModuleEvent;
import varve.contract.modules.ModuleName;
import varve.contract.search.ModuleEntry;
import varve.eventlog.Fact;
import varve.eventlog.Projection;

/// The index of listed modules in Elasticsearch. Written from the tables, so it lets them go first.
public final class ModuleIndex implements Projection {
    private static final Duration TABLES_FIRST = Duration.ofSeconds(5);
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_TROUBLE = 500;

    private static final String ROW =
            """
            select name, description, stars,
                (extract(epoch from created_at) * 1000)::bigint as created_at
            from varve_read.module where name = ? and not unlisted
            """;

    private final SearchServer server;
    private final String index;
    private final JdbcClient db;
    private final ReadBack tables;
    private final Set<ModuleName> outdated = new LinkedHashSet<>();
    private long position;
    private boolean ready;

    /// @param prefix put before the index's name, so that registries can share a search server
    public ModuleIndex(SearchServer server, String prefix, JdbcClient db, ReadBack tables) {
        this.server = server;
        this.index = prefix + ModuleEntry.INDEX;
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
            outdated.add(event.module());
        }
    }

    @Override
    public void beforeCommit() {
        try {
            if (!outdated.isEmpty()) {
                bring();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("search index " + index, e);
        } finally {
            outdated.clear();
        }
    }

    @Override
    public void rolledBack() {
        outdated.clear();
    }

    /// A search server that is overloaded or starting says so with a status.
    @Override
    public boolean transientTrouble(Throwable trouble) {
        return Projection.super.transientTrouble(trouble)
                || (trouble instanceof ElasticsearchException e
                        && (e.status() == TOO_MANY_REQUESTS || e.status() >= SERVER_TROUBLE));
    }

    @Override
    public void reset() {
        try {
            server.client().indices().delete(d -> d.index(index).ignoreUnavailable(true));
            ready = false;
        } catch (IOException e) {
            throw new UncheckedIOException("search index " + index, e);
        }
    }

    private void bring() throws IOException {
        if (!tables.await(position, TABLES_FIRST)) {
            throw new IOException("the tables are not at " + position + " yet");
        }
        create();
        var answer =
                server.client()
                        .bulk(bulk -> {
                            outdated.forEach(module -> add(bulk, module));
                            return bulk;
                        });
        boolean refused =
                answer.items().stream()
                        .anyMatch(item -> item.error() != null && item.status() != 404);
        if (refused) {
            throw new IOException("search index refused: " + answer.items());
        }
    }

    /// What is unlisted or gone is taken out.
    private void add(BulkRequest.Builder bulk, ModuleName module) {
        var entry = entry(module);
        bulk.operations(op ->
                entry.isPresent()
                        ? op.index(doc -> doc.index(index).id(module.text()).document(entry.get()))
                        : op.delete(doc -> doc.index(index).id(module.text())));
    }

    private Optional<ModuleEntry> entry(ModuleName module) {
        return db.sql(ROW)
                .param(module.text())
                .query((row, _) ->
                        new ModuleEntry(
                                row.getString("name"),
                                row.getString("description"),
                                row.getLong("stars"),
                                row.getLong("created_at")))
                .optional();
    }

    private void create() throws IOException {
        if (ready) {
            return;
        }
        try {
            server.client()
                    .indices()
                    .create(create ->
                            create.index(index)
                                    .settings(s -> s.numberOfShards("1").numberOfReplicas("0"))
                                    .mappings(mapping ->
                                            mapping.dynamic(DynamicMapping.Strict)
                                                    .properties(properties())));
        } catch (ElasticsearchException e) {
            if (!"resource_already_exists_exception".equals(e.error().type())) {
                throw e;
            }
        }
        ready = true;
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
