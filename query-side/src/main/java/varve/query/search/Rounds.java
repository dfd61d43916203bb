package varve.query.search;

import co.elastic.clients.elasticsearch.core.msearch.RequestItem;
import co.elastic.clients.elasticsearch.core.search.HitsMetadata;
import co.elastic.clients.json.JsonData;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import varve.query.Questions;

/// Sends several questions to the search server in one request.
final class Rounds {
    private Rounds() {}

    /// @return the answers, in the order of the questions
    /// @throws IOException when the server is away or refuses one of them
    static List<HitsMetadata<JsonData>> ask(SearchServer server, List<RequestItem> items)
            throws IOException {
        Questions.search();
        var answers = server.client().msearch(m -> m.searches(items), JsonData.class).responses();
        var all = new ArrayList<HitsMetadata<JsonData>>();
        for (var answer : answers) {
            if (answer.isFailure()) {
                throw new IOException(
                        "the search server says " + answer.failure().error().reason());
            }
            all.add(answer.result().hits());
        }
        return all;
    }

    /// How many answer a question, whether they were asked for or not.
    static long total(HitsMetadata<?> hits) {
        return hits.total() == null ? 0 : hits.total().value();
    }
}
