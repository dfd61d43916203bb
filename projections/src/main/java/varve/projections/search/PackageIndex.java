package varve.projections.search;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.mapping.Property;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import varve.contract.ReadBack;
import varve.contract.pkg.PackageEvent;
import varve.contract.pkg.PackageRef;
import varve.contract.search.PackageEntry;
import varve.contract.version.VersionEvent;
import varve.eventlog.Fact;
import varve.eventlog.Projection;

/// The index of packages in Elasticsearch. It is written from the tables, so it lets them go first.
public final class PackageIndex implements Projection {
    private static final java.time.Duration TABLES_FIRST = java.time.Duration.ofSeconds(5);

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_TROUBLE = 500;

    private static final String ROW =
            """
            select scope, name, description, latest, version_count,
                (extract(epoch from updated_at) * 1000)::bigint as updated_at
            from varve_read.package where (scope, name) = (?, ?)
            """;

    private final SearchServer server;
    private final String index;
    private final JdbcClient db;
    private final ReadBack tables;
    private final Set<PackageRef> outdated = new LinkedHashSet<>();
    private long position;
    private boolean ready;

    /// @param prefix put before the index's name, so that registries can share a search server
    public PackageIndex(SearchServer server, String prefix, JdbcClient db, ReadBack tables) {
        this.server = server;
        this.index = prefix + PackageEntry.INDEX;
        this.db = db;
        this.tables = tables;
    }

    @Override
    public String name() {
        return "search";
    }

    @Override
    public void on(Fact fact) {
        position = fact.position();
        switch (fact.event()) {
            case PackageEvent event -> outdated.add(event.pkg());
            case VersionEvent.NpmVersionPublished event -> outdated.add(event.ref().pkg());
            case VersionEvent.VersionTombstoned event -> outdated.add(event.ref().pkg());
            case VersionEvent.VersionPublished event -> outdated.add(event.ref().pkg());
            case VersionEvent.VersionYanked event -> outdated.add(event.ref().pkg());
            case VersionEvent.VersionUnyanked event -> outdated.add(event.ref().pkg());
            default -> {}
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
                            for (var pkg : outdated) {
                                bulk.operations(op ->
                                        op.index(doc ->
                                                doc.index(index)
                                                        .id(pkg.text())
                                                        .document(entry(pkg))));
                            }
                            return bulk;
                        });
        if (answer.errors()) {
            throw new IOException("search index refused: " + answer.items());
        }
    }

    private PackageEntry entry(PackageRef pkg) {
        return db.sql(ROW)
                .params(pkg.scope().text(), pkg.name().text())
                .query((row, _) ->
                        new PackageEntry(
                                row.getString("scope"),
                                row.getString("name"),
                                row.getString("description"),
                                row.getString("latest"),
                                row.getInt("version_count"),
                                row.getLong("updated_at")))
                .single();
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
                                            mapping.dynamic(
                                                            co.elastic.clients.elasticsearch._types
                                                                    .mapping.DynamicMapping.Strict)
                                                    .properties(properties())));
        } catch (ElasticsearchException e) {
            if (!"resource_already_exists_exception".equals(e.error().type())) {
                throw e;
            }
        }
        ready = true;
    }

    private static Map<String, Property> properties() {
        var prefixed =
                Property.of(p ->
                        p.text(t ->
                                t.indexPrefixes(x -> x.minChars(1).maxChars(15))
                                        .fields("exact", f -> f.keyword(k -> k))));
        return Map.of(
                "scope", prefixed,
                "name", prefixed,
                "description", Property.of(p -> p.text(t -> t)),
                "latest", Property.of(p -> p.keyword(k -> k.index(false))),
                "versions", Property.of(p -> p.integer(i -> i)),
                "updatedAt", Property.of(p -> p.long_(l -> l)));
    }
}
