package varve.contract.modules;

import org.jspecify.annotations.Nullable;
import varve.contract.Event;

/// What happened to a version of a module.
public sealed interface BuildEvent extends Event {
    ModuleVersion version();

    BuildId build();

    @Override
    default String stream() {
        return version().stream();
    }

    record BuildQueued(
            ModuleVersion version,
            BuildId build,
            Repository repository,
            GitTag tag,
            @Nullable Subdir subdir,
            String delivery)
            implements BuildEvent {}

    /// From here on the version is this commit, wherever the tag may move.
    record BuildStarted(ModuleVersion version, BuildId build, String commit)
            implements BuildEvent {}

    record BuildFailed(ModuleVersion version, BuildId build, String message)
            implements BuildEvent {}

    record ModulePublished(ModuleVersion version, BuildId build, Shelved contents, String message)
            implements BuildEvent {}
}
