package varve.acceptance.kit;

/// How another registry answers.
public enum Mood {
    WELL,
    /// Tarballs end in the middle, though their length was announced.
    TRUNCATED,
    /// Tarballs have a byte that was not announced.
    ALTERED,
    /// Nothing ever comes.
    HANGING,
    /// A byte now and then.
    DRIPPING,
    /// From one place to the next, without an end.
    REDIRECTING,
    /// To another host.
    LEADING_AWAY,
    GARBAGE,
    FAILING
}
