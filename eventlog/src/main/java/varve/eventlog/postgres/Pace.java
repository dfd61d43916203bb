package varve.eventlog.postgres;

/// How far a reader may run ahead of what has been processed. Axon's pooled processor sleeps 100 ms
/// whenever its buffer of 1 024 facts is full; kept below that, it never sleeps. Where one fact of
/// a batch is known to be bad, the reader goes one by one until that batch is behind it.
///
/// Confined to no thread: all fields are volatile and each is written by one thread at a time.
public final class Pace {
    private static final int WINDOW = 1000;

    private volatile long processed;
    private volatile long carefulUntil;
    private volatile Runnable reader = () -> {};

    /// From here on facts are given out singly, up to and including this position.
    public void carefulUntil(long position) {
        carefulUntil = Math.max(carefulUntil, position);
    }

    public boolean isCareful(long position) {
        return position <= carefulUntil;
    }

    /// A batch up to here has been committed: the reader may go on.
    public void processed(long position) {
        processed = position;
        reader.run();
    }

    /// A replay begins: nothing is known to be bad.
    public void restart() {
        carefulUntil = 0;
    }

    void opened(long position) {
        processed = position;
    }

    void wake(Runnable reader) {
        this.reader = reader;
    }

    /// What is not careful yet may not run ahead of what still is, or both would share a batch.
    boolean allows(long position) {
        return position - processed <= (isCareful(processed + 1) ? 1 : WINDOW);
    }
}
