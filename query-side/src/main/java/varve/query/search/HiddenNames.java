package varve.query.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.List;
import java.util.stream.Stream;
import varve.contract.pkg.Glob;
import varve.contract.pkg.NameFilter;
import varve.contract.pkg.NameFilter.Gap;

/// What somebody is not shown, as the search server understands it. The clauses lie side by side,
/// since it takes only few inside one another.
final class HiddenNames {
    private static final String NO_OPERATORS = "NONE";

    private HiddenNames() {}

    /// Queries none of which may hold.
    static List<Query> of(NameFilter names) {
        return names.isEverything()
                ? List.of()
                : names.gaps().stream().flatMap(HiddenNames::clauses).toList();
    }

    private static Stream<Query> clauses(Gap gap) {
        var hidden = gap.hidden().stream().map(HiddenNames::covered);
        if (gap.but().isEmpty()) {
            return hidden;
        }
        var all = hidden.toList();
        var but = gap.but().stream().map(HiddenNames::covered).toList();
        return Stream.of(
                Query.of(q -> q.bool(b -> b.should(all).minimumShouldMatch("1").mustNot(but))));
    }

    private static Query covered(Glob names) {
        if (names.equals(Glob.ANYTHING)) {
            return Query.of(q -> q.matchAll(all -> all));
        }
        return Query.of(
                q -> q.regexp(r -> r.field("full").value(names.expression()).flags(NO_OPERATORS)));
    }
}
