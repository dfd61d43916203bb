package varve.query.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.FieldValueFactorModifier;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionBoostMode;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionScore;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionScoreMode;
import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import varve.contract.pkg.NameFilter;

/// Which packages answer a question, and which of them come first.
///
/// A package gets the points of the best way in which it answers, and on top of them at most 98 for
/// its standing, so that standing orders packages that answer equally well and lifts none above one
/// that answers better:
///
/// | points | the question is |
/// |---:|---|
/// | 1000 | the package's whole name |
/// | 700 | its scope |
/// | 550 | the beginning of its name, `flagp` or `flag p` for `flag-pole` |
/// | 400 | beginnings of words in its name |
/// | 300 | the beginning of its scope |
/// | 200 | one of its keywords |
/// | 100 + | words in its name (40), keywords (35), symbols (35), description (30), owners and scope (20), README (10) |
/// | 0 + | nearly its name (30), or nearly words in its name, keywords or description (5) |
///
/// Whether something is only nearly written so is asked when nothing else was found, since it costs
/// more than all the rest. Of one letter or two, only names and scopes are compared.
///
/// Standing: dependents (8 times the decimal logarithm), downloads of a week (4 times), score (20
/// for 100), freshness (10, half of it after half a year), a name about as long as what was typed
/// (20).
final class Relevance {
    private static final double HALF_A_YEAR = Duration.ofDays(180).toMillis();

    private static final int LONG_ENOUGH = 3;

    private Relevance() {}

    /// @param now for freshness
    /// @param names that are shown
    static Query of(Question question, Instant now, Search.Among among, NameFilter names) {
        return of(answers(question), question, now, among, names);
    }

    /// What is only nearly written so.
    ///
    /// @param now for freshness
    /// @param names that are shown
    static Query nearly(Question question, Instant now, Search.Among among, NameFilter names) {
        var ways =
                Query.of(q ->
                        q.disMax(best ->
                                best.queries(
                                        points(30, nearly("canonical", question.canonical())),
                                        points(5, nearlyWords(question.text())))));
        return of(ways, question, now, among, names);
    }

    private static Query of(
            Query answers, Question question, Instant now, Search.Among among, NameFilter names) {
        return Query.of(q ->
                q.functionScore(f ->
                        f.query(x ->
                                        x.bool(all ->
                                                all.must(answers)
                                                        .filter(filters(question, among))
                                                        .mustNot(HiddenNames.of(names))
                                                        .mustNot(exceptions(question))))
                                .functions(standing(question, now))
                                .scoreMode(FunctionScoreMode.Sum)
                                .boostMode(FunctionBoostMode.Sum)));
    }

    private static Query answers(Question question) {
        var text = question.text();
        if (text.isEmpty()) {
            return Query.of(q -> q.matchAll(all -> all));
        }
        var ways = new ArrayList<Query>();
        ways.add(points(1000, term("name.exact", text)));
        ways.add(points(1000, term("canonical", question.canonical())));
        ways.add(points(700, term("scope.exact", text)));
        ways.add(points(550, prefix("canonical", question.canonical())));
        ways.add(points(400, beginnings("name", text)));
        ways.add(points(300, prefix("scope.exact", text)));
        ways.add(points(200, term("words.keywords.exact", text)));
        if (question.terms().size() > 1) {
            var name = text.substring(text.indexOf(' ') + 1).strip();
            var scope = term("scope.exact", question.terms().getFirst());
            ways.add(points(1000, both(scope, term("name.exact", name))));
            ways.add(points(600, both(scope, prefix("name.exact", name))));
        }
        if (text.length() >= LONG_ENOUGH) {
            ways.add(anywhere(question.terms()));
        }
        return Query.of(q -> q.disMax(best -> best.queries(ways)));
    }

    /// Every word is somewhere, the last perhaps only begun.
    private static Query anywhere(List<String> terms) {
        var each = new ArrayList<Query>();
        for (var term : terms) {
            float share = 1f / terms.size();
            each.add(
                    Query.of(q ->
                            q.disMax(best ->
                                    best.queries(
                                            points(40 * share, beginnings("name", term)),
                                            points(35 * share, match("words.keywords", term)),
                                            points(35 * share, match("words.symbols", term)),
                                            points(30 * share, match("description", term)),
                                            points(20 * share, match("words.owners", term)),
                                            points(20 * share, beginnings("scope", term)),
                                            points(10 * share, match("words.readme", term))))));
        }
        return Query.of(q -> q.bool(all -> all.must(each).must(points(100, everything()))));
    }

    private static List<Query> filters(Question question, Search.Among among) {
        var filters = new ArrayList<Query>();
        anyOf("scope.exact", question.any("scope"), filters);
        anyOf("kind", question.any("kind"), filters);
        anyOf("standing.runtimes", question.any("runtime"), filters);
        anyOf("standing.license", question.any("license"), filters);
        anyOf("words.symbols.exact", question.any("symbol"), filters);
        anyOf("words.keywords.exact", question.any("keyword"), filters);
        for (var keyword : question.any("with")) {
            anyOf("words.keywords.exact", List.of(keyword), filters);
        }
        anyOf("words.owners.exact", question.any("owner"), filters);
        if (question.score() > 0) {
            double least = question.score();
            filters.add(
                    Query.of(q ->
                            q.range(r -> r.number(n -> n.field("standing.score").gte(least)))));
        }
        switch (among) {
            case ALL -> {}
            case PUBLISHED ->
                    filters.add(
                            Query.of(q ->
                                    q.range(r -> r.number(n -> n.field("versions").gte(1.0)))));
            case STABLE -> filters.add(Query.of(q -> q.exists(e -> e.field("latest"))));
        }
        return filters;
    }

    private static List<Query> exceptions(Question question) {
        var exceptions = new ArrayList<Query>();
        anyOf("words.keywords.exact", question.any("without"), exceptions);
        return exceptions;
    }

    private static void anyOf(String field, List<String> values, List<Query> filters) {
        if (!values.isEmpty()) {
            var wanted = values.stream().map(FieldValue::of).toList();
            filters.add(Query.of(q -> q.terms(t -> t.field(field).terms(v -> v.value(wanted)))));
        }
    }

    private static List<FunctionScore> standing(Question question, Instant now) {
        var functions = new ArrayList<FunctionScore>();
        functions.add(factor("standing.dependents", FieldValueFactorModifier.Log1p, 1, 8));
        functions.add(factor("standing.downloads", FieldValueFactorModifier.Log1p, 1, 4));
        functions.add(factor("standing.score", FieldValueFactorModifier.None, 0.2, 1));
        functions.add(near("updatedAt", now.toEpochMilli(), HALF_A_YEAR, 10));
        if (!question.isEmpty()) {
            functions.add(near("length", question.canonical().length(), 6, 20));
        }
        return functions;
    }

    private static FunctionScore factor(
            String field, FieldValueFactorModifier modifier, double factor, double weight) {
        return FunctionScore.of(f ->
                f.fieldValueFactor(
                                v -> v.field(field).modifier(modifier).factor(factor).missing(0.0))
                        .weight(weight));
    }

    /// Half of the weight for what is `scale` away.
    private static FunctionScore near(String field, double origin, double scale, double weight) {
        return FunctionScore.of(f ->
                f.exp(e ->
                                e.numeric(u ->
                                        u.field(field)
                                                .placement(p ->
                                                        p.origin(origin).scale(scale).decay(0.5))))
                        .weight(weight));
    }

    private static Query points(double points, Query query) {
        return Query.of(q -> q.constantScore(c -> c.filter(query).boost((float) points)));
    }

    private static Query everything() {
        return Query.of(q -> q.matchAll(all -> all));
    }

    private static Query both(Query one, Query other) {
        return Query.of(q -> q.bool(all -> all.must(one).must(other)));
    }

    private static Query term(String field, String value) {
        return Query.of(q -> q.term(t -> t.field(field).value(value)));
    }

    private static Query prefix(String field, String value) {
        return Query.of(q -> q.prefix(p -> p.field(field).value(value)));
    }

    private static Query match(String field, String words) {
        return Query.of(q -> q.match(m -> m.field(field).query(words).operator(Operator.And)));
    }

    private static Query beginnings(String field, String words) {
        return Query.of(
                q -> q.matchBoolPrefix(m -> m.field(field).query(words).operator(Operator.And)));
    }

    private static Query nearly(String field, String value) {
        return Query.of(
                q -> q.fuzzy(f -> f.field(field).value(value).fuzziness("AUTO").prefixLength(1)));
    }

    private static Query nearlyWords(String words) {
        return Query.of(q ->
                q.multiMatch(m ->
                        m.query(words)
                                .type(TextQueryType.BestFields)
                                .operator(Operator.And)
                                .fuzziness("AUTO")
                                .prefixLength(1)
                                .fields("name", "words.keywords", "description")));
    }
}
