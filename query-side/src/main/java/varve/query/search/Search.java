package varve.query.search;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.core.SearchRequest;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import varve.contract.search.PackageEntry;

import java.io.IOException;
import java.time.Clock;
import java.util.List;

/// Finds packages while somebody types: the exact name first, then names that begin so, then what
/// is only nearly written so. When the search server is away, PostgreSQL finds names that begin so.
public final class Search {
    private static final Logger LOG = LoggerFactory.getLogger(Search.class);

    /// Which of all packages count.
    public enum Among {
        ALL,
        /// Those with a version.
        PUBLISHED,
        /// Those with a stable version.
        STABLE
    }

    /// @param degraded true when the search server was away
    public record Found(List<PackageEntry> hits, long total, boolean degraded) {}

    private final SearchServer server;
    private final String index;
    private final NamePrefixes names;
    private final Clock clock;

    public Search(SearchServer server, String prefix, NamePrefixes names, Clock clock) {
        this.server = server;
        this.index = prefix + PackageEntry.INDEX;
        this.names = names;
        this.clock = clock;
    }

    /// Packages that answer a question.
    ///
    /// @param among which of all packages count
    /// @param from how many to leave out at the beginning
    public Found find(Question question, Among among, int from, int size) {
        try {
            var answer =
                    server.client()
                            .search(request(question, among, from, size), PackageEntry.class);
            var total = answer.hits().total();
            return new Found(
                    answer.hits().hits().stream().map(hit -> hit.source()).toList(),
                    total == null ? 0 : total.value(),
                    false);
        } catch (IOException | ElasticsearchException e) {
            LOG.atWarn().addKeyValue("reason", e.getMessage()).log("search is degraded");
            return names.find(question, among, from, size);
        }
    }

    private SearchRequest request(Question question, Among among, int from, int size) {
        return SearchRequest.of(request ->
                request.index(index)
                        .query(Relevance.of(question, clock.instant(), among))
                        .from(from)
                        .size(size)
                        .trackTotalHits(t -> t.enabled(true))
                        .ignoreUnavailable(true)
                        .source(s -> s.filter(f -> f.excludes("words.readme", "words.symbols")))
                        .sort(s -> s.score(x -> x))
                        .sort(s -> s.field(f -> f.field("name.exact")))
                        .sort(s -> s.field(f -> f.field("scope.exact"))));
    }
}
