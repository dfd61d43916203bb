package varve.benchmarks;

import java.util.List;
import varve.contract.scope.ScopeCommand;
import varve.contract.scope.ScopeCommand.DescribeScope;
import varve.contract.scope.ScopeEvent;
import varve.contract.scope.ScopeEvent.ScopeDescribed;
import varve.eventlog.Subject;

/// Rules that grant every description.
final class Describing implements Subject<Describing.Count, ScopeCommand, ScopeEvent> {
    record Count(long facts) {}

    @Override
    public String name() {
        return "scope";
    }

    @Override
    public Class<Count> stateType() {
        return Count.class;
    }

    @Override
    public Count initial() {
        return new Count(0);
    }

    @Override
    public List<? extends ScopeEvent> decide(Count state, ScopeCommand command) {
        return command instanceof DescribeScope(var scope, var description)
                ? List.of(new ScopeDescribed(scope, description))
                : List.of();
    }

    @Override
    public Count evolve(Count state, ScopeEvent event) {
        return new Count(state.facts() + 1);
    }
}
