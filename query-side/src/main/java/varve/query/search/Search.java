package varve.query.search;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import varve.contract.search.PackageEntry;
import varve.query.Page;

/// Finds packages while somebody types: the exact name first, then names that begin so, then what
/// is only nearly written so. When the search server is away, PostgreSQL finds names that begin so.
public final class Search {
    private static final Logger LOG = LoggerFactory.getLogger(Search.class);
    private static final int LONGEST_QUERY = 200;

    /// @param degraded true when the search server was away
    public record Found(List<PackageEntry> hits, long total, boolean degraded) {}

    private final SearchServer server;
    private final String index;
    private final NamePrefixes names;

    public Search(SearchServer server, String prefix, NamePrefixes names) {
        this.server = server;
        this.index = prefix + PackageEntry.INDEX;
        this.names = names;
    }

    /// @param typed what somebody typed so far; all packages when empty
    public Found find(String typed, Page page) {
        var words = words(typed);
        try {
            var answer =
                    server.client()
                            .search(
                                    request ->
                                            request.index(index)
                                                    .query(query(words))
                                                    .from(page.offset())
                                                    .size(page.size())
                                                    .trackTotalHits(t -> t.enabled(true))
                                                    .ignoreUnavailable(true)
                                                    .sort(s -> s.score(x -> x))
                                                    .sort(s -> s.field(f -> f.field("name.exact"))),
                                    PackageEntry.class);
            var total = answer.hits().total();
            return new Found(
                    answer.hits().hits().stream().map(hit -> hit.source()).toList(),
                    total == null ? 0 : total.value(),
                    false);
        } catch (IOException | ElasticsearchException e) {
            LOG.atWarn().addKeyValue("reason", e.getMessage()).log("search is degraded");
            return names.find(words, page);
        }
    }

    /// Lower case, without what only decorates a package's name.
    private static String words(String typed) {
        var cut = typed.length() > LONGEST_QUERY ? typed.substring(0, LONGEST_QUERY) : typed;
        return cut.toLowerCase(Locale.ROOT).replace('@', ' ').replace('/', ' ').strip();
    }

    private static Query query(String words) {
        if (words.isEmpty()) {
            return Query.of(q -> q.matchAll(all -> all));
        }
        return Query.of(q ->
                q.bool(any ->
                        any.should(exactly("name.exact", words, 100))
                                .should(exactly("scope.exact", words, 20))
                                .should(within(words))
                                .should(beginning(words))
                                .should(nearly(words))
                                .minimumShouldMatch("1")));
    }

    private static Query exactly(String field, String words, float boost) {
        return Query.of(q -> q.term(t -> t.field(field).value(words).boost(boost)));
    }

    /// `@scope/na`: a scope as it is written, and the beginning of a name in it.
    private static Query within(String words) {
        var parts = words.split(" ", 2);
        var name = parts.length > 1 ? parts[1].strip() : "";
        return Query.of(q ->
                q.bool(all ->
                        all.must(exactly("scope.exact", parts[0], 20))
                                .must(m -> m.prefix(p -> p.field("name.exact").value(name)))
                                .should(exactly("name.exact", name, 100))));
    }

    private static Query beginning(String words) {
        return Query.of(q ->
                q.multiMatch(m ->
                        m.query(words)
                                .type(TextQueryType.BoolPrefix)
                                .operator(
                                        co.elastic.clients.elasticsearch._types.query_dsl.Operator
                                                .And)
                                .fields("name^4", "scope^2", "description")
                                .boost(2f)));
    }

    private static Query nearly(String words) {
        return Query.of(q ->
                q.multiMatch(m ->
                        m.query(words)
                                .fields("name^2", "scope", "description")
                                .fuzziness("AUTO")
                                .boost(0.3f)));
    }
}
