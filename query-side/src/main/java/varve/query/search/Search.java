package varve.query.search;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.msearch.RequestItem;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import varve.contract.pkg.PackageRef;
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
    public record Found(List<PackageEntry> hits, long total, boolean degraded) {
        /// Without those of them that somebody may not know of.
        public Found only(Predicate<PackageRef> shown) {
            var left =
                    hits.stream()
                            .filter(hit -> shown.test(PackageRef.of(hit.scope(), hit.name())))
                            .toList();
            return new Found(left, total - (hits.size() - left.size()), degraded);
        }
    }

    /// @param atOnce whether to guess in the same round
    private record Asked(Question question, Among among, int from, int size, boolean atOnce) {}

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

    /// Packages that answer a question, for a page: names that are only nearly so written are
    /// looked for in the same round.
    ///
    /// @param among which of all packages count
    /// @param from how many to leave out at the beginning
    public Found find(Question question, Among among, int from, int size) {
        return answer(new Asked(question, among, from, size, true));
    }

    /// The first packages that answer what is being typed: near misses are looked for only when
    /// there is nothing else, since guessing at every key costs three times as much.
    public Found suggest(Question question, Among among, int size) {
        return answer(new Asked(question, among, 0, size, false));
    }

    /// Many type the same, so answers are kept for a moment.
    private Found answer(Asked asked) {
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
            return names.find(asked.question(), asked.among(), asked.from(), asked.size());
        }
    }

    private Found ask(Asked asked) throws IOException {
        var question = asked.question();
        var now = clock.instant();
        var plain = Relevance.of(question, now, asked.among());
        if (question.text().length() < WORTH_GUESSING) {
            return ask(asked, List.of(plain)).getFirst();
        }
        var nearly = Relevance.nearly(question, now, asked.among());
        if (asked.atOnce()) {
            var both = ask(asked, List.of(plain, nearly));
            return both.getFirst().total() > 0 ? both.getFirst() : both.getLast();
        }
        var found = ask(asked, List.of(plain)).getFirst();
        return found.total() > 0 ? found : ask(asked, List.of(nearly)).getFirst();
    }

    private List<Found> ask(Asked asked, List<Query> queries) throws IOException {
        Questions.search();
        var items = queries.stream().map(query -> item(asked, query)).toList();
        var answers =
                server.client().msearch(m -> m.searches(items), PackageEntry.class).responses();
        var all = new ArrayList<Found>();
        for (var answer : answers) {
            if (answer.isFailure()) {
                throw new IOException(
                        "the search server says " + answer.failure().error().reason());
            }
            var hits = answer.result().hits();
            all.add(
                    new Found(
                            hits.hits().stream().map(hit -> hit.source()).toList(),
                            hits.total() == null ? 0 : hits.total().value(),
                            false));
        }
        return all;
    }

    private RequestItem item(Asked asked, Query query) {
        return RequestItem.of(item ->
                item.header(header -> header.index(index).ignoreUnavailable(true))
                        .body(body ->
                                body.query(query)
                                        .from(asked.from())
                                        .size(asked.size())
                                        .trackTotalHits(t -> t.enabled(true))
                                        .source(s ->
                                                s.filter(f ->
                                                        f.excludes(
                                                                "words.readme", "words.symbols")))
                                        .sort(s -> s.score(x -> x))
                                        .sort(s -> s.field(f -> f.field("name.exact")))
                                        .sort(s -> s.field(f -> f.field("scope.exact")))));
    }
}
