package varve.command.modules;

import java.util.ArrayList;
import java.util.List;
import varve.command.Rules;
import varve.contract.ModuleRefusal;
import varve.contract.modules.ModuleCommand;
import varve.contract.modules.ModuleCommand.CountStars;
import varve.contract.modules.ModuleCommand.ImportModule;
import varve.contract.modules.ModuleCommand.RegisterModule;
import varve.contract.modules.ModuleCommand.RelistModule;
import varve.contract.modules.ModuleCommand.RemoveModule;
import varve.contract.modules.ModuleCommand.RemoveModuleSecret;
import varve.contract.modules.ModuleCommand.SetModuleSecret;
import varve.contract.modules.ModuleCommand.UnlistModule;
import varve.contract.modules.ModuleEvent;
import varve.contract.modules.ModuleEvent.ModuleDescribed;
import varve.contract.modules.ModuleEvent.ModuleImported;
import varve.contract.modules.ModuleEvent.ModuleMoved;
import varve.contract.modules.ModuleEvent.ModuleRegistered;
import varve.contract.modules.ModuleEvent.ModuleRelisted;
import varve.contract.modules.ModuleEvent.ModuleRemoved;
import varve.contract.modules.ModuleEvent.ModuleSecretRemoved;
import varve.contract.modules.ModuleEvent.ModuleSecretSet;
import varve.contract.modules.ModuleEvent.ModuleStarred;
import varve.contract.modules.ModuleEvent.ModuleUnlisted;
import varve.contract.modules.ModuleName;
import varve.contract.modules.Repository;
import varve.eventlog.Subject;

/// What must be remembered of a module's name: which repository it was given to. There is no other
/// ownership; whoever can make the forge speak for that repository publishes.
public sealed interface Registration {
    Subject<Registration, ModuleCommand, ModuleEvent> SUBJECT =
            Rules.of(
                    "module",
                    Registration.class,
                    new Free(),
                    Registration::decide,
                    Registration::on);

    record Free() implements Registration {}

    record Taken(Repository repository, String description, long stars, boolean unlisted)
            implements Registration {}

    default List<ModuleEvent> decide(ModuleCommand command) {
        return switch (command) {
            case RegisterModule register -> register(register);
            case UnlistModule(var module) ->
                    taken(module).unlisted() ? List.of() : List.of(new ModuleUnlisted(module));
            case RelistModule(var module) ->
                    taken(module).unlisted() ? List.of(new ModuleRelisted(module)) : List.of();
            case ImportModule adopted -> adopt(adopted);
            case RemoveModule(var module) ->
                    this instanceof Taken ? List.of(new ModuleRemoved(module)) : List.of();
            case CountStars(var module, var stars) ->
                    taken(module).stars() == stars
                            ? List.of()
                            : List.of(new ModuleStarred(module, stars));
            case SetModuleSecret(var module) -> {
                taken(module);
                yield List.of(new ModuleSecretSet(module));
            }
            case RemoveModuleSecret(var module) -> {
                taken(module);
                yield List.of(new ModuleSecretRemoved(module));
            }
        };
    }

    default Registration on(ModuleEvent event) {
        return switch (this) {
            case Free() ->
                    switch (event) {
                        case ModuleRegistered(_, var from) -> new Taken(from, "", 0, false);
                        case ModuleImported(_, var from, var text, var stars, var unlisted, _) ->
                                new Taken(from, text, stars, unlisted);
                        case ModuleMoved _,
                                ModuleDescribed _,
                                ModuleStarred _,
                                ModuleUnlisted _,
                                ModuleRelisted _,
                                ModuleRemoved _,
                                ModuleSecretSet _,
                                ModuleSecretRemoved _ ->
                                this;
                    };
            case Taken(var at, var text, var stars, var unlisted) ->
                    switch (event) {
                        case ModuleRegistered _,
                                ModuleImported _,
                                ModuleSecretSet _,
                                ModuleSecretRemoved _ ->
                                this;
                        case ModuleRemoved _ -> new Free();
                        case ModuleMoved(_, var to) -> new Taken(to, text, stars, unlisted);
                        case ModuleDescribed(_, var to) -> new Taken(at, to, stars, unlisted);
                        case ModuleStarred(_, var now) -> new Taken(at, text, now, unlisted);
                        case ModuleUnlisted _ -> new Taken(at, text, stars, true);
                        case ModuleRelisted _ -> new Taken(at, text, stars, false);
                    };
        };
    }

    private List<ModuleEvent> register(RegisterModule command) {
        var module = command.module();
        var events = new ArrayList<ModuleEvent>();
        var before =
                switch (this) {
                    case Free() -> {
                        events.add(new ModuleRegistered(module, command.repository()));
                        yield new Taken(command.repository(), "", 0, false);
                    }
                    case Taken taken -> taken;
                };
        if (!before.repository().isSameAs(command.repository())) {
            throw new ModuleRefusal.NameTaken().refused();
        }
        if (!before.repository().equals(command.repository())) {
            events.add(new ModuleMoved(module, command.repository()));
        }
        if (!before.description().equals(command.description())) {
            events.add(new ModuleDescribed(module, command.description()));
        }
        if (before.stars() != command.stars()) {
            events.add(new ModuleStarred(module, command.stars()));
        }
        return events;
    }

    /// What is here already stays as it is.
    private List<ModuleEvent> adopt(ImportModule command) {
        return switch (this) {
            case Free() ->
                    List.of(
                            new ModuleImported(
                                    command.module(),
                                    command.repository(),
                                    command.description(),
                                    command.stars(),
                                    command.unlisted(),
                                    command.since()));
            case Taken taken when taken.repository().isSameAs(command.repository()) -> List.of();
            case Taken _ -> throw new ModuleRefusal.NameTaken().refused();
        };
    }

    private Taken taken(ModuleName module) {
        return switch (this) {
            case Taken taken -> taken;
            case Free() -> throw new ModuleRefusal.ModuleNotFound(module.text()).refused();
        };
    }
}
