package varve.standalone.servers;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/// The way to the search server, which is found once it has started. Its waits are short: whoever
/// asks has another place to look.
public final class SearchClient
        implements varve.projections.search.SearchServer,
                varve.query.search.SearchServer,
                AutoCloseable {
    private static final Timeout CONNECT = Timeout.of(1, TimeUnit.SECONDS);
    private static final Timeout ANSWER = Timeout.of(10, TimeUnit.SECONDS);

    private final Servers servers;
    private @Nullable ElasticsearchClient client;

    public SearchClient(Servers servers) {
        this.servers = servers;
    }

    @Override
    public synchronized ElasticsearchClient client() throws IOException {
        if (client == null) {
            client =
                    connect(
                            servers.search()
                                    .orElseThrow(() -> new IOException("search is not there yet")));
        }
        return client;
    }

    @Override
    public synchronized void close() throws IOException {
        if (client != null) {
            client._transport().close();
        }
    }

    private static ElasticsearchClient connect(URI address) {
        var http =
                Rest5Client.builder(address)
                        .setConnectionConfigCallback(config ->
                                config.setConnectTimeout(CONNECT)
                                        .setSocketTimeout(ANSWER)
                                        .setTimeToLive(1, TimeUnit.MINUTES))
                        .setRequestConfigCallback(config -> config.setResponseTimeout(ANSWER))
                        .build();
        return new ElasticsearchClient(new Rest5ClientTransport(http, new Jackson3JsonpMapper()));
    }
}
