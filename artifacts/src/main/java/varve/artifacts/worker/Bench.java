package varve.artifacts.worker;

import java.nio.file.Path;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;
import varve.artifacts.WorkshopTrouble;

/// A place for one worker: there is one when somebody wants to work, and never an exhausted one.
/// Held by one caller at a time.
final class Bench implements AutoCloseable {
    /// What small leaks the engine may have end with the process.
    private static final int MOST_INSPECTIONS = 500;

    private final WorkerSettings settings;
    private final Path room;
    private final ScheduledExecutorService clock;
    private volatile @Nullable Worker worker;
    private volatile boolean closed;

    Bench(WorkerSettings settings, Path room, ScheduledExecutorService clock) {
        this.settings = settings;
        this.room = room;
        this.clock = clock;
    }

    Worker worker() throws WorkshopTrouble {
        var current = worker;
        if (current != null && current.isAlive() && current.inspections() < MOST_INSPECTIONS) {
            return current;
        }
        release();
        var fresh = new Worker(settings, room, clock);
        worker = fresh;
        if (closed) {
            fresh.close();
            throw new WorkshopTrouble("the workshop is closed");
        }
        return fresh;
    }

    /// The process that works here, if there is one.
    @Nullable Long pid() {
        var current = worker;
        return current == null || !current.isAlive() ? null : Long.valueOf(current.pid());
    }

    private void release() {
        var current = worker;
        worker = null;
        if (current != null) {
            current.close();
        }
    }

    @Override
    public void close() {
        closed = true;
        release();
    }
}
