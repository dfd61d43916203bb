package varve.command.hook;

import java.util.List;
import varve.command.Rules;
import varve.contract.NpmRefusal;
import varve.contract.hook.HookCommand;
import varve.contract.hook.HookCommand.AddHook;
import varve.contract.hook.HookCommand.ChangeHook;
import varve.contract.hook.HookCommand.RemoveHook;
import varve.contract.hook.HookEvent;
import varve.contract.hook.HookEvent.HookAdded;
import varve.contract.hook.HookEvent.HookChanged;
import varve.contract.hook.HookEvent.HookRemoved;
import varve.eventlog.Subject;

/// Whether a webhook is there.
public sealed interface Hook {
    Subject<Hook, HookCommand, HookEvent> SUBJECT =
            Rules.of("hook", Hook.class, new Absent(), Hook::decide, Hook::on);

    record Absent() implements Hook {}

    record Present() implements Hook {}

    default List<HookEvent> decide(HookCommand command) {
        return switch (command) {
            case AddHook(var id, var owner, var kind, var about) ->
                    switch (this) {
                        case Absent() -> List.of(new HookAdded(id, owner, kind, about));
                        case Present() -> List.of();
                    };
            case ChangeHook(var id) -> ifPresent(command, new HookChanged(id));
            case RemoveHook(var id) -> ifPresent(command, new HookRemoved(id));
        };
    }

    default Hook on(HookEvent event) {
        return switch (event) {
            case HookAdded _, HookChanged _ -> new Present();
            case HookRemoved _ -> new Absent();
        };
    }

    private List<HookEvent> ifPresent(HookCommand command, HookEvent event) {
        return switch (this) {
            case Absent() -> throw new NpmRefusal.HookNotFound(command.hook().text()).refused();
            case Present() -> List.of(event);
        };
    }
}
