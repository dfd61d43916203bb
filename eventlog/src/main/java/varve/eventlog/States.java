package varve.eventlog;

import varve.contract.Refused;

/// Reads the present state of any stream, for decisions that concern several.
public interface States {
    /// The state after every fact committed before this call, by whichever node.
    ///
    /// @param stream for example `scope:acme`
    /// @throws Refused with `Unavailable` when the log cannot be reached
    <S> S of(Subject<S, ?, ?> subject, String stream);
}
