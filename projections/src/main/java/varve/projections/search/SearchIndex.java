package varve.projections.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.mapping.DynamicMapping;
import co.elastic.clients.elasticsearch._types.mapping.Property;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.json.JsonData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// One index on the search server, as those use it who write it.
final class SearchIndex {
    /// What an index says of itself once it has got all there was when it was made.
    private static final String FILLED = "filled";

    private static final Pattern NUMBERED = Pattern.compile("(.+-)(\\d{1,4})");
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_TROUBLE = 500;

    private final SearchServer server;
    private final String name;
    private final Map<String, Property> properties;

    /// What is done with an index that is new.
    interface Filling {
        void run() throws IOException;
    }

    SearchIndex(SearchServer server, String name, Map<String, Property> properties) {
        this.server = server;
        this.name = name;
        this.properties = properties;
    }

    String name() {
        return name;
    }

    /// A search server that is overloaded or starting says so with a status.
    static boolean isTransient(Throwable trouble) {
        return trouble instanceof ElasticsearchException e
                && (e.status() == TOO_MANY_REQUESTS || e.status() >= SERVER_TROUBLE);
    }

    /// Creates the index unless it is there, and fills it unless that was done to its end. Somebody
    /// may have emptied the search server, so that is asked each time. Once it is filled, what it
    /// takes the place of goes.
    ///
    /// @param filling brings what there is already into an index that is new
    void prepare(Filling filling) throws IOException {
        var indices = server.client().indices();
        var there = indices.getMapping(get -> get.index(name).ignoreUnavailable(true)).get(name);
        if (there != null && there.mappings().meta().containsKey(FILLED)) {
            return;
        }
        if (there == null) {
            create(server.client(), name, properties);
        }
        filling.run();
        indices.putMapping(put -> put.index(name).meta(FILLED, JsonData.of(true)));
        var former = former(name);
        if (!former.isEmpty()) {
            indices.delete(d -> d.index(former).ignoreUnavailable(true));
        }
    }

    /// Names of what held these entries when they had another shape. A number at the end of a name
    /// grows with each.
    private static List<String> former(String name) {
        var numbered = NUMBERED.matcher(name);
        return numbered.matches()
                ? IntStream.range(1, Integer.parseInt(numbered.group(2)))
                        .mapToObj(shape -> numbered.group(1) + shape)
                        .toList()
                : List.of();
    }

    /// @return false when it was there
    static boolean create(ElasticsearchClient client, String name, Map<String, Property> properties)
            throws IOException {
        try {
            client.indices()
                    .create(create ->
                            create.index(name)
                                    .settings(s -> s.numberOfShards("1").numberOfReplicas("0"))
                                    .mappings(mapping ->
                                            mapping.dynamic(DynamicMapping.Strict)
                                                    .properties(properties)));
            return true;
        } catch (ElasticsearchException e) {
            if ("resource_already_exists_exception".equals(e.error().type())) {
                return false;
            }
            throw e;
        }
    }

    /// Puts an entry in, or takes out what shall not be found.
    BulkOperation whole(String id, @Nullable Object entry) {
        return BulkOperation.of(op ->
                entry == null
                        ? op.delete(doc -> doc.index(name).id(id))
                        : op.index(doc -> doc.index(name).id(id).document(entry)));
    }

    /// Changes some fields of an entry, if there is one.
    BulkOperation part(String id, Map<String, ?> fields) {
        return BulkOperation.of(op ->
                op.update(doc -> doc.index(name).id(id).action(change -> change.doc(fields))));
    }

    /// @throws IOException when some of it was not taken
    void send(List<BulkOperation> operations) throws IOException {
        if (operations.isEmpty()) {
            return;
        }
        var answer = server.client().bulk(all -> all.operations(operations));
        if (answer.errors() && answer.items().stream().anyMatch(SearchIndex::isRefused)) {
            throw new IOException("search index refused: " + answer.items());
        }
    }

    private static boolean isRefused(BulkResponseItem item) {
        return item.error() != null && item.status() != NOT_FOUND;
    }

    void remove() {
        try {
            server.client().indices().delete(d -> d.index(name).ignoreUnavailable(true));
        } catch (IOException e) {
            throw new UncheckedIOException("search index " + name, e);
        }
    }
}
