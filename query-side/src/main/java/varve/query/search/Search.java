package varve.query.search;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import varve.contract.search.PackageEntry;
import varve.query.Questions;

/// Finds packages while somebody types: the exact name first, then names that begin so, then what
/// is only nearly written so. When the search server is away, PostgreSQL finds names that begin so.
public final class Search {
    private static final Logger LOG = LoggerFactory.getLogger(Search.class);
    private static final Duration KEPT = Duration.ofSeconds(2);
    private static final int MOST_KEPT = 2_000;
    private static final int WORTH_GUESSING = 3;

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

    private record Asked(Question question, Among among, int from, int size) {}

    private final Cache<Asked, Found> kept =
            Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST_KEPT).build();
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

    /// Packages that answer a question. Many type the same, so answers are kept for a moment.
    ///
    /// @param among which of all packages count
    /// @param from how many to leave out at the beginning
    public Found find(Question question, Among among, int from, int size) {
        var asked = new Asked(question, among, from, size);
        var known = kept.getIfPresent(asked);
        if (known != null) {
            return known;
        }
        try {
            var found = ask(asked);
            kept.put(asked, found);
            return found;
        } catch (IOException | ElasticsearchException e) {
            LOG.atWarn().addKeyValue("reason", e.getMessage()).log("search is degraded");
            return names.find(question, among, from, size);
        }
    }

    private Found ask(Asked asked) throws IOException {
        var question = asked.question();
        var now = clock.instant();
        var found = ask(asked, Relevance.of(question, now, asked.among()));
        return found.total() > 0 || question.text().length() < WORTH_GUESSING
                ? found
                : ask(asked, Relevance.nearly(question, now, asked.among()));
    }

    private Found ask(Asked asked, Query query) throws IOException {
        Questions.search();
        var answer = server.client().search(request(asked, query), PackageEntry.class);
        var total = answer.hits().total();
        return new Found(
                answer.hits().hits().stream().map(hit -> hit.source()).toList(),
                total == null ? 0 : total.value(),
                false);
    }

    private SearchRequest request(Asked asked, Query query) {
        return SearchRequest.of(request ->
                request.index(index)
                        .query(query)
                        .from(asked.from())
                        .size(asked.size())
                        .trackTotalHits(t -> t.enabled(true))
                        .ignoreUnavailable(true)
                        .source(s -> s.filter(f -> f.excludes("words.readme", "words.symbols")))
                        .sort(s -> s.score(x -> x))
                        .sort(s -> s.field(f -> f.field("name.exact")))
                        .sort(s -> s.field(f -> f.field("scope.exact"))));
    }
}
