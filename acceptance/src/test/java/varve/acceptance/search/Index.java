package varve.acceptance.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.Refresh;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import varve.contract.search.PackageEntry;
import varve.projections.search.IndexShape;

/// An index of packages that are written straight into it.
final class Index implements AutoCloseable {
    private final ElasticsearchClient client;
    private final String name;

    /// A server that need not be there.
    record Client(ElasticsearchClient client) implements AutoCloseable {
        Client(URI server) {
            this(
                    new ElasticsearchClient(
                            new Rest5ClientTransport(
                                    Rest5Client.builder(server).build(),
                                    new Jackson3JsonpMapper())));
        }

        @Override
        public void close() throws IOException {
            client.close();
        }
    }

    Index(URI server, String prefix) throws IOException {
        client = new Client(server).client();
        name = prefix + PackageEntry.INDEX;
        IndexShape.create(client, name);
    }

    ElasticsearchClient client() {
        return client;
    }

    void add(List<PackageEntry> entries) throws IOException {
        var operations =
                entries.stream()
                        .map(entry ->
                                BulkOperation.of(op ->
                                        op.index(doc ->
                                                doc.index(name)
                                                        .id(
                                                                "@"
                                                                        + entry.scope()
                                                                        + "/"
                                                                        + entry.name())
                                                        .document(entry))))
                        .toList();
        var answer = client.bulk(all -> all.operations(operations).refresh(Refresh.True));
        if (answer.errors()) {
            throw new IOException(answer.items().toString());
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
