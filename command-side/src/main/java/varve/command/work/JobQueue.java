package varve.command.work;

import java.util.Optional;
import varve.eventlog.Projection;

/// Jobs that are drawn from the log.
public interface JobQueue<J extends JobQueue.Job> extends Projection {
    /// One piece of work.
    interface Job {
        /// What the table knows it by.
        Object key();

        /// What it is about, for the operator.
        String about();

        /// How often it was taken, this time included.
        int tries();
    }

    Leases leases();

    Optional<J> take();

    @Override
    default void afterCommit() {
        leases().wake();
    }

    @Override
    default void reset() {
        leases().clear();
    }
}
