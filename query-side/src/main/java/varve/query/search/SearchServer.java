package varve.query.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.io.IOException;

/// The search server, which may still be starting when the rest of the house works already.
public interface SearchServer {
    /// @throws IOException while there is no server to talk to
    ElasticsearchClient client() throws IOException;
}
