package varve.artifacts.imports;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import varve.artifacts.WorkshopTrouble;

/// Reads in a child process, which is there while there is something to read and a while longer. A
/// module on which the child dies or lingers cannot be read.
public final class ImportProcess implements ImportReader {
    private static final Duration IDLE = Duration.ofSeconds(60);

    private final String classPath;
    private final Duration limit;
    private final ReentrantLock turn = new ReentrantLock();
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("imports-clock").factory());
    private @Nullable ImportChild child;
    private long usedAt;
    private boolean closed;

    /// @param classPath where the child finds this program
    /// @param limit for one module; after it the child is killed
    public ImportProcess(String classPath, Duration limit) {
        this.classPath = classPath;
        this.limit = limit;
        var _ =
                clock.scheduleWithFixedDelay(
                        this::endIdle, IDLE.toSeconds(), IDLE.toSeconds(), TimeUnit.SECONDS);
    }

    @Override
    public Optional<List<String>> imports(String path, byte[] source) throws WorkshopTrouble {
        turn.lock();
        try {
            return ask(child(), path, source);
        } finally {
            usedAt = System.nanoTime();
            turn.unlock();
        }
    }

    private Optional<List<String>> ask(ImportChild asked, String path, byte[] source) {
        var alarm = clock.schedule(asked::close, limit.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return asked.imports(path, source);
        } catch (IOException _) {
            end();
            return Optional.empty();
        } finally {
            alarm.cancel(false);
        }
    }

    private ImportChild child() throws WorkshopTrouble {
        if (closed) {
            throw new WorkshopTrouble("nothing is read any more");
        }
        var current = child;
        if (current != null) {
            return current;
        }
        try {
            var fresh = ImportChild.start(classPath, clock);
            child = fresh;
            return fresh;
        } catch (IOException e) {
            throw new WorkshopTrouble("the reader of imports does not start", e);
        }
    }

    private void endIdle() {
        turn.lock();
        try {
            if (System.nanoTime() - usedAt > IDLE.toNanos()) {
                end();
            }
        } finally {
            turn.unlock();
        }
    }

    private void end() {
        var current = child;
        child = null;
        if (current != null) {
            current.close();
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        turn.lock();
        try {
            closed = true;
            end();
        } finally {
            turn.unlock();
        }
    }
}
