package varve.eventlog.postgres;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/// The facts of one command, all or nothing, waiting for the appender. It is either taken by the
/// appender or withdrawn by the waiting thread, never both.
final class Append {
    private enum Fate {
        WAITING,
        TAKEN,
        WITHDRAWN
    }

    private final List<Row> rows;
    private final long deadline;
    private final AtomicReference<Fate> fate = new AtomicReference<>(Fate.WAITING);
    private final CompletableFuture<Long> outcome = new CompletableFuture<>();

    /// @param deadline on the scale of {@link System#nanoTime()}, after which nobody waits any more
    Append(List<Row> rows, long deadline) {
        this.rows = List.copyOf(rows);
        this.deadline = deadline;
    }

    List<Row> rows() {
        return rows;
    }

    long deadline() {
        return deadline;
    }

    boolean take() {
        return fate.compareAndSet(Fate.WAITING, Fate.TAKEN);
    }

    boolean withdraw() {
        return fate.compareAndSet(Fate.WAITING, Fate.WITHDRAWN);
    }

    /// @param last position of its last fact
    void succeed(long last) {
        outcome.complete(last);
    }

    void fail(RuntimeException why) {
        outcome.completeExceptionally(why);
    }

    CompletableFuture<Long> outcome() {
        return outcome;
    }
}
