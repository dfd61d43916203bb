package varve.eventlog;

import java.util.List;
import varve.contract.Command;
import varve.contract.Event;
import varve.contract.Refused;

/// The rules of one kind of stream as values: pure functions, no framework. A stream's state is the
/// fold of its facts over {@link #initial()}.
///
/// @param <S> state, immutable
/// @param <C> what can be wished of it
/// @param <E> what can happen to it
public interface Subject<S, C extends Command, E extends Event> {
    /// What its commands' {@link Command#subject()} says, and what its streams' names begin with.
    String name();

    /// The sealed interface or record that all states belong to. Snapshots are written as its JSON.
    Class<S> stateType();

    S initial();

    /// The facts that follow from a wish, in order; none when it is granted already.
    ///
    /// @throws Refused when the rules say no
    List<? extends E> decide(S state, C command);

    S evolve(S state, E event);

    /// A snapshot is taken after so many facts; 0 for never.
    default int snapshotEvery() {
        return 0;
    }

    /// Raised when {@link #evolve} changes its meaning, so that older snapshots are passed over. A
    /// changed shape of the state is noticed without it.
    default int stateRevision() {
        return 1;
    }
}
