package varve.contract.modules;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import varve.contract.Command;

/// Wishes about a version of a module.
public sealed interface BuildCommand extends Command {
    ModuleVersion version();

    @Override
    default String stream() {
        return version().stream();
    }

    /// @param delivery the forge's id of the message that asked, empty when it gave none
    record QueueBuild(
            ModuleVersion version,
            BuildId build,
            Repository repository,
            GitTag tag,
            @Nullable Subdir subdir,
            String delivery)
            implements BuildCommand {}

    /// @param commit that the tag was found to mean
    record StartBuild(ModuleVersion version, BuildId build, String commit)
            implements BuildCommand {}

    record FailBuild(ModuleVersion version, BuildId build, String message)
            implements BuildCommand {}

    record StartAnalysis(ModuleVersion version, BuildId build) implements BuildCommand {}

    /// @param imports whole addresses of what its code imports from outside of itself
    record PublishBuild(
            ModuleVersion version,
            BuildId build,
            Shelved contents,
            String message,
            List<String> imports)
            implements BuildCommand {
        public PublishBuild {
            imports = List.copyOf(imports);
        }
    }

    /// Takes over what another registry had built.
    ///
    /// @param since when it was asked for there
    /// @param contents absent when it failed
    record ImportBuild(
            ModuleVersion version,
            BuildId build,
            Repository repository,
            GitTag tag,
            @Nullable Subdir subdir,
            Instant since,
            @Nullable Shelved contents,
            String message)
            implements BuildCommand {}
}
