package varve.contract.modules;

import java.time.Instant;
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

    /// @param since when it was registered where it comes from
    record ImportModule(
            ModuleName module,
            Repository repository,
            String description,
            long stars,
            boolean unlisted,
            Instant since)
            implements ModuleCommand {}

    /// Frees a name under which nothing was ever published.
    record RemoveModule(ModuleName module) implements ModuleCommand {}

    /// @param stars that its repository has now
    record CountStars(ModuleName module, long stars) implements ModuleCommand {}

    record SetModuleSecret(ModuleName module) implements ModuleCommand {}

    record RemoveModuleSecret(ModuleName module) implements ModuleCommand {}
}
