package varve.query.search;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.msearch.RequestItem;
import co.elastic.clients.elasticsearch.core.search.HitsMetadata;
import co.elastic.clients.json.JsonData;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import varve.contract.pkg.NameFilter;
import varve.contract.pkg.PackageRef;
import varve.contract.search.PackageEntry;
import varve.query.Audience;

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
        /// Without what somebody may no longer know of since the index was written.
        Found only(Predicate<PackageRef> known) {
            var left =
                    hits.stream()
                            .filter(hit -> known.test(PackageRef.of(hit.scope(), hit.name())))
                            .toList();
            return new Found(left, total - (hits.size() - left.size()), degraded);
        }
    }

    /// What answers to somebody who types.
    ///
    /// @param modules empty when the search server was away
    public record Suggested(Found packages, Optional<ModuleSearch.Found> modules) {
        Suggested only(Predicate<PackageRef> known) {
            return new Suggested(packages.only(known), modules);
        }
    }

    private record Typed(String text, int size, NameFilter names) {}

    private record Asked(Question question, Among among, NameFilter names, int from, int size) {}

    private final Cache<Asked, Found> kept = forAMoment();
    private final Cache<Typed, Suggested> suggested = forAMoment();
    private final SearchServer server;
    private final String index;
    private final ModuleSearch modules;
    private final NamePrefixes names;
    private final Clock clock;

    public Search(
            SearchServer server,
            String prefix,
            ModuleSearch modules,
            NamePrefixes names,
            Clock clock) {
        this.server = server;
        this.index = prefix + PackageEntry.INDEX;
        this.modules = modules;
        this.names = names;
        this.clock = clock;
    }

    /// Packages that answer a question, for a page: names that are only nearly so written are
    /// looked for in the same round.
    ///
    /// @param among which of all packages count
    /// @param from how many to leave out at the beginning
    public Found find(Question question, Among among, int from, int size, Audience audience) {
        return find(new Asked(question, among, audience.names(), from, size))
                .only(audience.knows());
    }

    private Found find(Asked asked) {
        var known = kept.getIfPresent(asked);
        if (known != null) {
            return known;
        }
        try {
            var found = ask(asked);
            kept.put(asked, found);
            return found;
        } catch (IOException | ElasticsearchException e) {
            return without(e, asked);
        }
    }

    /// The first packages and modules that answer what is being typed, in one round: near misses
    /// are looked for only when there is no package, since guessing at every key costs three times
    /// as much.
    ///
    /// @param size at most as many of each
    public Suggested suggest(String typed, int size, Audience audience) {
        return suggest(new Typed(typed, size, audience.names())).only(audience.knows());
    }

    private Suggested suggest(Typed key) {
        var known = suggested.getIfPresent(key);
        if (known != null) {
            return known;
        }
        var question = Question.of(key.text());
        var asked = new Asked(question, Among.PUBLISHED, key.names(), 0, key.size());
        try {
            var found = suggest(asked, key.text());
            suggested.put(key, found);
            return found;
        } catch (IOException | ElasticsearchException e) {
            return new Suggested(without(e, asked), Optional.empty());
        }
    }

    private Found without(Exception trouble, Asked asked) {
        LOG.atWarn().addKeyValue("reason", trouble.getMessage()).log("search is degraded");
        return names.find(
                asked.question(), asked.among(), asked.names(), asked.from(), asked.size());
    }

    private Suggested suggest(Asked asked, String typed) throws IOException {
        var both =
                Rounds.ask(
                        server, List.of(plain(asked), modules.item(typed, 0, asked.size(), false)));
        var found = found(both.getFirst());
        if (found.total() == 0 && worthGuessing(asked)) {
            found = found(Rounds.ask(server, List.of(nearly(asked))).getFirst());
        }
        return new Suggested(found, Optional.of(ModuleSearch.found(both.getLast())));
    }

    private Found ask(Asked asked) throws IOException {
        var items =
                worthGuessing(asked) ? List.of(plain(asked), nearly(asked)) : List.of(plain(asked));
        var answers = Rounds.ask(server, items);
        var found = found(answers.getFirst());
        return found.total() > 0 ? found : found(answers.getLast());
    }

    private static boolean worthGuessing(Asked asked) {
        return asked.question().text().length() >= WORTH_GUESSING;
    }

    private RequestItem plain(Asked asked) {
        return item(
                asked,
                Relevance.of(asked.question(), clock.instant(), asked.among(), asked.names()));
    }

    private RequestItem nearly(Asked asked) {
        return item(
                asked,
                Relevance.nearly(asked.question(), clock.instant(), asked.among(), asked.names()));
    }

    private static Found found(HitsMetadata<JsonData> hits) {
        var entries =
                hits.hits().stream()
                        .map(hit -> Objects.requireNonNull(hit.source()).to(PackageEntry.class))
                        .toList();
        return new Found(entries, Rounds.total(hits), false);
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

    /// Many type the same, so answers are kept for a moment.
    private static <K, V> Cache<K, V> forAMoment() {
        return Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST_KEPT).build();
    }
}
