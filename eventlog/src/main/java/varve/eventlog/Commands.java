package varve.eventlog;

import varve.contract.Caller;
import varve.contract.Command;
import varve.contract.Refused;

/// Where commands go. May be used by any number of threads.
public interface Commands {
    /// Decides a command and appends what follows from it, all or nothing. A race lost against
    /// another command of the same stream is decided again, at most three times.
    ///
    /// @throws Refused when the rules say no; with `Contended` when every try lost its race; with
    ///   `Unavailable` when the log cannot be reached or is overloaded
    Receipt send(Command command, Caller caller);
}
