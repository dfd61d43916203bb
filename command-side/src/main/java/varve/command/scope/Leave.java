package varve.command.scope;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import varve.contract.Caller;
import varve.contract.Refused;
import varve.contract.account.UserId;
import varve.contract.scope.ScopeCommand.RemoveMember;
import varve.contract.scope.ScopeName;
import varve.eventlog.Commands;
import varve.eventlog.States;

/// Somebody leaves a scope. When its owner does, it passes to the admin who has been one longest
/// and has room for it.
@Component
public class Leave {
    private final Commands commands;
    private final States states;
    private final Founding founding;

    Leave(Commands commands, States states, Founding founding) {
        this.commands = commands;
        this.states = states;
        this.founding = founding;
    }

    /// @return position of the fact
    public long of(ScopeName name, UserId leaving, Caller caller) {
        return switch (states.of(Scope.SUBJECT, name.stream())) {
            case Scope.Owned owned when owned.owner().equals(leaving) ->
                    pass(name, leaving, owned.people().heirs(leaving), caller);
            case Scope.Owned _, Scope.Free _ ->
                    commands.send(new RemoveMember(name, leaving, null), caller).position();
        };
    }

    private long pass(ScopeName name, UserId leaving, List<UserId> heirs, Caller caller) {
        var heir =
                heirs.stream()
                        .filter(candidate -> founding.handOver(name, candidate, caller))
                        .findFirst()
                        .orElse(null);
        long position = remove(name, leaving, heir, caller);
        founding.giveUp(name, leaving, caller);
        return position;
    }

    private long remove(ScopeName name, UserId leaving, @Nullable UserId heir, Caller caller) {
        try {
            return commands.send(new RemoveMember(name, leaving, heir), caller).position();
        } catch (Refused refused) {
            if (heir != null) {
                founding.giveUp(name, heir, caller);
            }
            throw refused;
        }
    }
}
