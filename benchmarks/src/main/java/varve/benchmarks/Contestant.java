package varve.benchmarks;

/// A way to get rows into a table.
interface Contestant {
    String name();

    /// One of several that write at the same time, each on its own thread.
    Writer writer(int number);

    interface Writer extends AutoCloseable {
        /// Writes durably, and says how many rows.
        int write();

        @Override
        default void close() {}
    }
}
