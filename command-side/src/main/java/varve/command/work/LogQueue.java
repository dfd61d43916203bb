package varve.command.work;

import varve.eventlog.Projection;

/// Jobs that are drawn from the log.
public interface LogQueue<J extends JobQueue.Job> extends JobQueue<J>, Projection {
    @Override
    String name();

    @Override
    default void afterCommit() {
        leases().wake();
    }

    @Override
    default void reset() {
        leases().clear();
    }
}
