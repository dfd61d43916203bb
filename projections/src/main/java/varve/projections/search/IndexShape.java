package varve.projections.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.mapping.IndexOptions;
import co.elastic.clients.elasticsearch._types.mapping.Property;
import java.io.IOException;
import java.util.Map;

/// What the index looks like: only what the core of the search server can do, so that a full
/// cluster and the embedded node behave alike.
public final class IndexShape {
    private static final String LOWER_CASE = "lowercase";
    private static final int LONGEST_KEYWORD = 256;

    private static final Property WORDS =
            Property.of(p ->
                    p.text(t ->
                            t.norms(false)
                                    .fields(
                                            "exact",
                                            f ->
                                                    f.keyword(k ->
                                                            k.normalizer(LOWER_CASE)
                                                                    .ignoreAbove(
                                                                            LONGEST_KEYWORD)))));
    private static final Property BEGINNINGS =
            Property.of(p ->
                    p.text(t ->
                            t.norms(false)
                                    .indexPrefixes(x -> x.minChars(1).maxChars(15))
                                    .fields(
                                            "exact",
                                            f -> f.keyword(k -> k.normalizer(LOWER_CASE)))));

    /// One word whose beginnings are in the index, too: looked up instead of gathered from all
    /// names that begin so.
    private static final Property BEGUN =
            Property.of(p ->
                    p.text(t ->
                            t.analyzer("keyword")
                                    .norms(false)
                                    .indexOptions(IndexOptions.Docs)
                                    .indexPrefixes(x -> x.minChars(1).maxChars(15))));

    private static final Property KEYWORD =
            Property.of(p -> p.keyword(k -> k.normalizer(LOWER_CASE).ignoreAbove(LONGEST_KEYWORD)));
    private static final Property TEXT = Property.of(p -> p.text(t -> t.norms(false)));
    private static final Property NUMBER = Property.of(p -> p.long_(l -> l));

    private IndexShape() {}

    /// Creates the index.
    ///
    /// @return false when it was there
    public static boolean create(ElasticsearchClient client, String index) throws IOException {
        return SearchIndex.create(client, index, properties());
    }

    static Map<String, Property> properties() {
        return Map.ofEntries(
                Map.entry("scope", BEGINNINGS),
                Map.entry("name", BEGINNINGS),
                Map.entry("full", Property.of(p -> p.keyword(k -> k))),
                Map.entry("canonical", BEGUN),
                Map.entry("length", NUMBER),
                Map.entry("kind", KEYWORD),
                Map.entry("description", TEXT),
                Map.entry("latest", KEYWORD),
                Map.entry("versions", NUMBER),
                Map.entry("updatedAt", NUMBER),
                Map.entry("words", words()),
                Map.entry("standing", standing()));
    }

    private static Property words() {
        return Property.of(p ->
                p.object(o ->
                        o.properties(
                                Map.of(
                                        "keywords", WORDS,
                                        "owners", WORDS,
                                        "symbols", WORDS,
                                        "readme", TEXT))));
    }

    private static Property standing() {
        return Property.of(p ->
                p.object(o ->
                        o.properties(
                                Map.of(
                                        "score", NUMBER,
                                        "downloads", NUMBER,
                                        "dependents", NUMBER,
                                        "runtimes", KEYWORD,
                                        "license", KEYWORD))));
    }
}
