package varve.contract.modules;

import varve.contract.Event;

/// What happened to a module.
public sealed interface ModuleEvent extends Event {
    ModuleName module();

    @Override
    default String stream() {
        return module().stream();
    }

    record ModuleRegistered(ModuleName module, Repository repository) implements ModuleEvent {}

    /// Its repository has another owner, another name, or another spelling of either.
    record ModuleMoved(ModuleName module, Repository repository) implements ModuleEvent {}

    record ModuleDescribed(ModuleName module, String description) implements ModuleEvent {}

    record ModuleStarred(ModuleName module, long stars) implements ModuleEvent {}

    /// It is no longer shown in lists; who knows its name still gets it.
    record ModuleUnlisted(ModuleName module) implements ModuleEvent {}

    record ModuleRelisted(ModuleName module) implements ModuleEvent {}
}
