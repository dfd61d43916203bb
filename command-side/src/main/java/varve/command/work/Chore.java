package varve.command.work;

import java.time.Duration;

/// Work that comes round again. However many nodes there are, one of them does it; when that one
/// dies, another takes it up.
///
/// @param name of its row in the table, for ever; for example `star-counts`
/// @param every how long after its last end it is due again; for the first time that long after the
///   registry first knew of it
public record Chore(String name, Duration every, Work work) {
    /// What is done. Whatever it throws has it tried again soon.
    @FunctionalInterface
    public interface Work {
        /// @return what came of it, in a line for the operator
        String run() throws Exception;
    }
}
