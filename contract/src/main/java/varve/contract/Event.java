package varve.contract;

/// A fact, in the past tense. It is never changed and never taken back; it holds no secret and no
/// personal data, since the log cannot be erased.
public interface Event {
    /// Name of the stream it belongs to. One subject, one stream; the name is the subject's
    /// canonical form, so that the store's own conflict check is the uniqueness rule.
    String stream();
}
