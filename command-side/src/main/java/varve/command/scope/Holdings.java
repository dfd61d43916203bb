package varve.command.scope;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import varve.command.Rules;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.scope.HoldingsCommand;
import varve.contract.scope.HoldingsCommand.GiveUpScope;
import varve.contract.scope.HoldingsCommand.LimitScopes;
import varve.contract.scope.HoldingsCommand.TakeScope;
import varve.contract.scope.HoldingsEvent;
import varve.contract.scope.HoldingsEvent.ScopeGivenUp;
import varve.contract.scope.HoldingsEvent.ScopeTaken;
import varve.contract.scope.HoldingsEvent.ScopesLimited;
import varve.contract.scope.ScopeName;
import varve.eventlog.Subject;

/// The scopes a person owns or is about to, and how many they may.
///
/// @param limit set by staff for this person
public record Holdings(@Nullable Integer limit, List<Held> held) {
    public static final Subject<Holdings, HoldingsCommand, HoldingsEvent> SUBJECT =
            Rules.of(
                    "holdings",
                    Holdings.class,
                    new Holdings(null, List.of()),
                    Holdings::decide,
                    Holdings::on);

    public record Held(ScopeName scope, Instant since) {}

    public Holdings {
        held = List.copyOf(held);
    }

    /// @param standard limit where staff has set none
    int limit(int standard) {
        return limit == null ? standard : limit;
    }

    List<HoldingsEvent> decide(HoldingsCommand command) {
        return switch (command) {
            case TakeScope(var owner, var scope, var at, var standard, var granted) -> {
                if (has(scope)) {
                    yield List.of();
                }
                if (!granted && held.size() >= limit(standard)) {
                    throw new Refused(new Refusal.OfScopes.ScopeLimitReached(limit(standard)));
                }
                yield List.of(new ScopeTaken(owner, scope, at));
            }
            case GiveUpScope(var owner, var scope) ->
                    has(scope) ? List.of(new ScopeGivenUp(owner, scope)) : List.of();
            case LimitScopes(_, var wanted) when wanted < 0 ->
                    throw new Refused(new Refusal.Malformed("a limit is not negative"));
            case LimitScopes(var owner, var wanted) ->
                    Integer.valueOf(wanted).equals(limit)
                            ? List.of()
                            : List.of(new ScopesLimited(owner, wanted));
        };
    }

    Holdings on(HoldingsEvent event) {
        return switch (event) {
            case ScopeTaken(_, var scope, var at) -> {
                var more = new ArrayList<>(held);
                more.add(new Held(scope, at));
                yield new Holdings(limit, more);
            }
            case ScopeGivenUp(_, var scope) ->
                    new Holdings(
                            limit, held.stream().filter(h -> !h.scope().equals(scope)).toList());
            case ScopesLimited(_, var set) -> new Holdings(set, held);
        };
    }

    private boolean has(ScopeName scope) {
        return held.stream().anyMatch(h -> h.scope().equals(scope));
    }
}
