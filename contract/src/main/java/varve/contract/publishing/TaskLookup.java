package varve.contract.publishing;

import java.util.Optional;

/// Finds an attempt as clients see it. Asked by the door when it has to tell a client which attempt
/// to go on with, answered by the query side.
public interface TaskLookup {
    /// @return a value that is written as JSR's PublishingTask
    Optional<?> task(AttemptId attempt);
}
