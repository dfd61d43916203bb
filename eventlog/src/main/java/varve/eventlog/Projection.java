package varve.eventlog;

/// A reader of the log. Facts come in log order, in batches; each batch is one transaction on the
/// data source the log was opened with, in which the checkpoint moves too: what it writes there it
/// writes exactly once. What it writes elsewhere it may write again.
///
/// One thread at a time, on one node at a time.
public interface Projection {
    /// Names its checkpoint, for ever; for example `tables`.
    String name();

    /// Takes in one fact. A throwable that is not {@link #transientTrouble} rolls the batch back;
    /// then its facts come again in batches of one, and the one that fails is set aside as a dead
    /// letter, and with it all later facts of its stream. All others go on.
    void on(Fact fact);

    /// Once per batch, after its last fact, inside the transaction: write what was gathered.
    default void beforeCommit() {}

    /// Once per batch, after it was committed. Not called when the process dies in between.
    default void afterCommit() {}

    /// The batch was rolled back and will come again, perhaps cut differently: forget what was
    /// gathered for it.
    default void rolledBack() {}

    /// Drops everything derived, before a replay. Runs in a transaction.
    default void reset() {}

    /// Whether a rebuild is one transaction with one {@link #beforeCommit()} at its end, so that
    /// readers see what was there before until all of it is there again. Then {@link #reset()} must
    /// leave rows visible to others, as `delete` does and `truncate` does not.
    default boolean rebuildsInOneGo() {
        return false;
    }

    /// Whether the fact is not to blame and the batch shall be tried again, for ever: by default
    /// all that looks like the outside being away.
    default boolean transientTrouble(Throwable trouble) {
        return Trouble.isTransient(trouble);
    }
}
