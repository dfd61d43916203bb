package varve.query.search;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import co.elastic.clients.elasticsearch.core.msearch.RequestItem;
import co.elastic.clients.elasticsearch.core.search.HitsMetadata;
import co.elastic.clients.json.JsonData;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import varve.contract.search.ModuleEntry;

/// Finds listed modules by name and description: the exact name first, then what begins so, then
/// what is only nearly written so.
public final class ModuleSearch {
    private static final Logger LOG = LoggerFactory.getLogger(ModuleSearch.class);
    private static final int LONGEST_QUERY = 200;
    private static final int DEEPEST = 10_000;

    /// A module, and how well it fits.
    public record Hit(ModuleEntry module, double score) {}

    /// @param total of all that fit
    public record Found(List<Hit> hits, long total) {}

    private final SearchServer server;
    private final String index;

    public ModuleSearch(SearchServer server, String prefix) {
        this.server = server;
        this.index = prefix + ModuleEntry.INDEX;
    }

    /// @param offset of the first that is wanted
    /// @return nothing when the search server is away, or does not count that far
    public Optional<Found> find(String typed, long offset, int limit) {
        if (offset + limit > DEEPEST) {
            return Optional.empty();
        }
        try {
            var answers = Rounds.ask(server, List.of(item(typed, (int) offset, limit, true)));
            return Optional.of(found(answers.getFirst()));
        } catch (IOException | ElasticsearchException e) {
            LOG.atDebug().addKeyValue("reason", e.getMessage()).log("modules are searched without");
            return Optional.empty();
        }
    }

    /// @param there whether it is trouble when there is no index
    RequestItem item(String typed, int offset, int limit, boolean there) {
        var words =
                typed.substring(0, Math.min(typed.length(), LONGEST_QUERY))
                        .toLowerCase(Locale.ROOT)
                        .strip();
        return RequestItem.of(item ->
                item.header(header -> header.index(index).ignoreUnavailable(!there))
                        .body(body ->
                                body.query(query(words))
                                        .from(offset)
                                        .size(limit)
                                        .trackTotalHits(t -> t.enabled(true))
                                        .trackScores(true)
                                        .sort(s -> s.score(x -> x))
                                        .sort(s -> s.field(f -> f.field("name.exact")))));
    }

    static Found found(HitsMetadata<JsonData> hits) {
        return new Found(
                hits.hits().stream()
                        .map(hit ->
                                new Hit(
                                        Objects.requireNonNull(hit.source()).to(ModuleEntry.class),
                                        Objects.requireNonNullElse(hit.score(), 0.0)))
                        .toList(),
                Rounds.total(hits));
    }

    private static Query query(String words) {
        return Query.of(q ->
                q.bool(any ->
                        any.should(s -> s.term(t -> t.field("name.exact").value(words).boost(100f)))
                                .should(beginning(words))
                                .should(nearly(words))
                                .minimumShouldMatch("1")));
    }

    private static Query beginning(String words) {
        return Query.of(q ->
                q.multiMatch(m ->
                        m.query(words)
                                .type(TextQueryType.BoolPrefix)
                                .fields("name^4", "description")
                                .boost(2f)));
    }

    private static Query nearly(String words) {
        return Query.of(q ->
                q.multiMatch(m ->
                        m.query(words)
                                .fields("name^2", "description")
                                .fuzziness("AUTO")
                                .boost(0.3f)));
    }
}
