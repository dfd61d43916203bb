package varve.contract;

/// A wish, in the imperative. It is decided by the one stream it is addressed to.
public interface Command {
    /// Name of the stream that decides, for example `scope:acme`.
    String stream();

    /// The subject whose rules decide: the part of {@link #stream()} before the colon.
    default String subject() {
        var stream = stream();
        return stream.substring(0, stream.indexOf(':'));
    }
}
