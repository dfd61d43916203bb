package varve.command.publishing;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import varve.command.scope.Scope;
import varve.command.scope.ScopeTerms;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.scope.ScopeName;
import varve.eventlog.States;

/// How often a scope has tried to publish. Counted in the tables, which may be a moment behind: the
/// limit keeps floods away, so a handful more does no harm.
@Component
class Attempts {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final String YOUNG =
            "select count(*) from varve_read.attempt where scope = ? and created_at > ?";

    private final JdbcClient db;
    private final States states;
    private final ScopeTerms terms;
    private final Clock clock;

    Attempts(JdbcClient db, States states, ScopeTerms terms, Clock clock) {
        this.db = db;
        this.states = states;
        this.terms = terms;
        this.clock = clock;
    }

    /// @throws Refused when the scope has tried too often within a week
    void check(ScopeName scope) {
        int limit = limit(scope);
        var weekAgo = Timestamp.from(clock.instant().minus(WEEK));
        int young = db.sql(YOUNG).params(scope.text(), weekAgo).query(Integer.class).single();
        if (young >= limit) {
            throw new Refused(new Refusal.OfScopes.WeeklyAttemptLimitReached(scope.text(), limit));
        }
    }

    private int limit(ScopeName scope) {
        return states.of(Scope.SUBJECT, scope.stream()) instanceof Scope.Owned owned
                        && owned.settings().quota() != null
                ? owned.settings().quota().attempts()
                : terms.quota().attempts();
    }
}
