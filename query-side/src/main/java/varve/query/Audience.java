package varve.query;

import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import varve.contract.pkg.NameFilter;
import varve.contract.pkg.NameFilter.Step;
import varve.contract.pkg.PackageRef;

/// Those to whom many packages are named at once. What they are not to hear of is left out of the
/// question, so that parts of a list are full and its length is true.
///
/// @param names that the operator's rules show them
/// @param knows whether they may know of a package, rules and private things together
public record Audience(NameFilter names, Predicate<PackageRef> knows) {
    private static final String SHOWN =
            """
             and coalesce((select shown
                from unnest(:globs::text[], :shown::boolean[]) with ordinality
                    as step(glob, shown, place)
                where lower(case when %1$s.scope like '~%%' then %1$s.name
                    else '@' || %1$s.scope || '/' || %1$s.name end) ~ ('^(?:' || glob || ')$')
                order by place limit 1), false)
            """;

    public boolean knows(String scope, String name) {
        return knows.test(PackageRef.of(scope, name));
    }

    /// A further condition of a statement whose parameters have names; nothing where nothing is
    /// left out.
    ///
    /// @param table with columns `scope` and `name`
    public String condition(String table) {
        return names.isEverything() ? "" : SHOWN.formatted(table);
    }

    /// The parameters of {@link #condition}.
    public StatementSpec bind(StatementSpec statement) {
        if (names.isEverything()) {
            return statement;
        }
        var steps = names.steps();
        return statement
                .param(
                        "globs",
                        steps.stream().map(s -> s.names().expression()).toArray(String[]::new))
                .param("shown", steps.stream().map(Step::shown).toArray(Boolean[]::new));
    }
}
