package varve.contract.modules;

import java.time.Instant;
import java.util.List;
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

    /// All files lie on the shelf; now it is looked what they import.
    record AnalysisStarted(ModuleVersion version, BuildId build) implements BuildEvent {}

    record ModulePublished(ModuleVersion version, BuildId build, Shelved contents, String message)
            implements BuildEvent {}

    /// What a published version's code imports from outside of itself.
    ///
    /// @param imports whole addresses
    record DependenciesFound(ModuleVersion version, BuildId build, List<String> imports)
            implements BuildEvent {
        public DependenciesFound {
            imports = List.copyOf(imports);
        }
    }

    /// Taken over from another registry, with whatever came of it there.
    ///
    /// @param since when it was asked for there
    /// @param contents absent when it failed
    record BuildImported(
            ModuleVersion version,
            BuildId build,
            Repository repository,
            GitTag tag,
            @Nullable Subdir subdir,
            Instant since,
            @Nullable Shelved contents,
            String message)
            implements BuildEvent {}
}
