package varve.eventlog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import varve.contract.Refusal;
import varve.contract.Refused;
import varve.contract.account.UserId;
import varve.contract.scope.Role;
import varve.contract.scope.ScopeCommand;
import varve.contract.scope.ScopeCommand.CreateScope;
import varve.contract.scope.ScopeCommand.DescribeScope;
import varve.contract.scope.ScopeEvent;
import varve.contract.scope.ScopeEvent.MemberJoined;
import varve.contract.scope.ScopeEvent.ScopeCreated;
import varve.contract.scope.ScopeEvent.ScopeDescribed;

/// Rules that are just enough to have every kind of outcome.
///
/// @param snapshotEvery so many facts
record ScopeRules(int snapshotEvery)
        implements Subject<ScopeRules.Scope, ScopeCommand, ScopeEvent> {
    /// A description that nobody has the right to give.
    static final String FORBIDDEN = "forbidden";

    sealed interface Scope {
        record Free() implements Scope {}

        record Taken(String description, Map<UserId, Role> members, int described)
                implements Scope {}
    }

    @Override
    public String name() {
        return "scope";
    }

    @Override
    public Class<Scope> stateType() {
        return Scope.class;
    }

    @Override
    public Scope initial() {
        return new Scope.Free();
    }

    @Override
    public List<? extends ScopeEvent> decide(Scope state, ScopeCommand command) {
        return switch (state) {
            case Scope.Free() -> decideFree(command);
            case Scope.Taken taken -> decideTaken(taken, command);
        };
    }

    private static List<? extends ScopeEvent> decideFree(ScopeCommand command) {
        if (command instanceof CreateScope(var scope, var creator, var description)) {
            return List.of(
                    new ScopeCreated(scope, creator),
                    new ScopeDescribed(scope, description),
                    new MemberJoined(scope, creator, Role.ADMIN));
        }
        throw new Refused(new Refusal.ScopeNotFound(command.scope().text()));
    }

    private static List<? extends ScopeEvent> decideTaken(Scope.Taken state, ScopeCommand command) {
        if (!(command instanceof DescribeScope(var scope, var description))) {
            throw new Refused(new Refusal.ScopeAlreadyExists(command.scope().text()));
        }
        if (description.equals(FORBIDDEN)) {
            throw new Refused(new Refusal.NotScopeAdmin(scope.text()));
        }
        return description.equals(state.description())
                ? List.of()
                : List.of(new ScopeDescribed(scope, description));
    }

    @Override
    public Scope evolve(Scope state, ScopeEvent event) {
        var taken =
                state instanceof Scope.Taken present ? present : new Scope.Taken("", Map.of(), 0);
        var members = new HashMap<>(taken.members());
        if (event instanceof MemberJoined(_, var user, var role)) {
            members.put(user, role);
            return new Scope.Taken(taken.description(), members, taken.described());
        }
        if (event instanceof ScopeDescribed(_, var description)) {
            return new Scope.Taken(description, members, taken.described() + 1);
        }
        return taken;
    }
}
