package varve.contract.modules;

import varve.contract.Command;

/// Wishes about a module.
public sealed interface ModuleCommand extends Command {
    ModuleName module();

    @Override
    default String stream() {
        return module().stream();
    }

    /// Gives a name to a repository, or brings what is known of its repository up to date.
    record RegisterModule(ModuleName module, Repository repository, String description, long stars)
            implements ModuleCommand {}

    record UnlistModule(ModuleName module) implements ModuleCommand {}

    record RelistModule(ModuleName module) implements ModuleCommand {}
}
