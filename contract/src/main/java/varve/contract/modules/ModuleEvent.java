package varve.contract.modules;

import java.time.Instant;
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

    /// Taken over from another registry, where it was since some moment.
    record ModuleImported(
            ModuleName module,
            Repository repository,
            String description,
            long stars,
            boolean unlisted,
            Instant since)
            implements ModuleEvent {}

    /// Its name is free again. Only happens to modules of which nothing was ever published.
    record ModuleRemoved(ModuleName module) implements ModuleEvent {}

    /// Its webhooks must be signed with a secret of its own, which is kept elsewhere.
    record ModuleSecretSet(ModuleName module) implements ModuleEvent {}

    record ModuleSecretRemoved(ModuleName module) implements ModuleEvent {}
}
