package varve.artifacts.worker;

import java.time.Duration;

/// How the children are run.
///
/// @param workers how many there are at most
/// @param classPath where a child finds this program
/// @param limit for one inspection; after it the child is killed
/// @param patience of a caller until a child is free
/// @param heapMegabytes of one child's Java heap; V8 and WebAssembly come on top
public record WorkerSettings(
        int workers, String classPath, Duration limit, Duration patience, int heapMegabytes) {

    public WorkerSettings {
        if (workers < 1) {
            throw new IllegalArgumentException("there must be at least one worker");
        }
    }

    /// What suits most: 60 s for an inspection, 10 min of waiting, 512 MB each.
    public static WorkerSettings of(int workers) {
        return new WorkerSettings(
                workers,
                System.getProperty("java.class.path"),
                Duration.ofSeconds(60),
                Duration.ofMinutes(10),
                512);
    }

    public WorkerSettings withClassPath(String classPath) {
        return new WorkerSettings(workers, classPath, limit, patience, heapMegabytes);
    }

    public WorkerSettings withLimit(Duration limit) {
        return new WorkerSettings(workers, classPath, limit, patience, heapMegabytes);
    }
}
