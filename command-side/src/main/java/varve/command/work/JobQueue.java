package varve.command.work;

import java.util.Optional;

/// Jobs that nodes take from one table.
public interface JobQueue<J extends JobQueue.Job> {
    /// One piece of work.
    interface Job {
        /// What the table knows it by.
        Object key();

        /// What it is about, for the operator.
        String about();

        /// How often it was taken, this time included.
        int tries();
    }

    /// For the operator and the names of threads.
    String name();

    Leases leases();

    Optional<J> take();
}
