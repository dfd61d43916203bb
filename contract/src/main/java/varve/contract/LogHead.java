package varve.contract;

/// Tells how long the log is.
@FunctionalInterface
public interface LogHead {
    /// Position of the last fact, 0 when there is none.
    long position();
}
